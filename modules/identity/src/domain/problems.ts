import { defineProblem } from "@yutu/kernel";

export const identityProblems = {
  emailTaken: defineProblem("identity/email-taken", 409, "There is an account with this e-mail address"),
  wrongCredentials: defineProblem("identity/wrong-credentials", 401, "E-mail address or password is wrong"),
  // 401 is for those who are not signed in: a slip of the finger must not end the session of somebody who is
  wrongPassword: defineProblem("identity/wrong-password", 422, "The password is wrong"),
  wrongCode: defineProblem("identity/wrong-code", 422, "The one-time code is wrong or was used before"),
  tooManySignIns: defineProblem("identity/too-many-sign-ins", 429, "Too many failed attempts to sign in"),
  weakPassword: defineProblem("identity/weak-password", 422, "The password is too easy to guess"),
  invitationInvalid: defineProblem(
    "identity/invitation-invalid",
    410,
    "The invitation has expired, was used or was withdrawn",
  ),
  invitationForOther: defineProblem(
    "identity/invitation-for-other",
    403,
    "The invitation is for another e-mail address",
  ),
  alreadyMember: defineProblem("identity/already-member", 409, "The person is a member already"),
  lastOwner: defineProblem("identity/last-owner", 422, "A workspace needs at least one owner"),
  roleTooHigh: defineProblem("identity/role-too-high", 403, "Only an owner may give or take the owner role"),
  departmentInUse: defineProblem(
    "identity/department-in-use",
    409,
    "The department still has members or sub-departments",
  ),
  departmentCycle: defineProblem("identity/department-cycle", 422, "A department cannot lie below itself"),
  departmentNameTaken: defineProblem(
    "identity/department-name-taken",
    409,
    "There is a department with this name here",
  ),
  totpAlreadyOn: defineProblem("identity/totp-already-on", 409, "Two-step sign-in is on already"),
  totpNotStarted: defineProblem("identity/totp-not-started", 409, "Two-step sign-in has not been set up"),
} as const;
