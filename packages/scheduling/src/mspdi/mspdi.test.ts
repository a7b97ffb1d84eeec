import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMspdi, writeMspdi } from "./mspdi.ts";
import { mspdiProject } from "./mspdi-arbitrary.ts";

const textbook = readFileSync(
  fileURLToPath(new URL("../../../../../shared/data/scheduling/textbook-cpm.mspdi.xml", import.meta.url)),
  "utf8",
);

const wrap = (inside: string): string => `<Project xmlns="http://schemas.microsoft.com/project">${inside}</Project>`;

describe("MSPDI", () => {
  it("writes and reads back any project unchanged", () => {
    fc.assert(
      fc.property(mspdiProject, (project) => {
        expect(readMspdi(unwrap(writeMspdi(project)))).toEqual({ ok: true, value: project });
      }),
      { numRuns: 300 },
    );
  });

  it("reads the textbook file and writes it back without loss", () => {
    const project = unwrap(readMspdi(textbook));
    expect(project.tasks?.map(({ name, durationMinutes }) => [name, durationMinutes])).toEqual([
      ["A", 1440],
      ["B", 1920],
      ["C", 960],
      ["D", 2400],
      ["E", 480],
      ["F", 960],
      ["G", 1920],
      ["H", 1440],
    ]);
    expect(project.tasks?.[7]?.predecessors).toEqual([
      { predecessorUid: 6, type: "FS", lag: 0, lagUnit: "d" },
      { predecessorUid: 7, type: "FS", lag: 0, lagUnit: "d" },
    ]);
    expect(project.tasks?.[2]?.totalSlackTenthMinutes).toBe(28_800);
    expect(project.calendars?.[0]?.weekDays?.[1]?.workingTimes).toEqual([
      { fromMinute: 480, toMinute: 720 },
      { fromMinute: 780, toMinute: 1020 },
    ]);
    expect(unwrap(readMspdi(unwrap(writeMspdi(project))))).toEqual(project);
  });

  it("keeps what it does not know, in its place", () => {
    const source = wrap(
      '<Name>x</Name><!-- note --><OutlineCodes><OutlineCode a="1"/></OutlineCodes><Tasks><Vendor/>' +
        "<Task><UID>1</UID><GUID>abc</GUID><Name>n</Name><Start/><Notes>a &amp; b</Notes>" +
        "<PredecessorLink><PredecessorUID>2</PredecessorUID></PredecessorLink><ExtendedAttribute><FieldID>188743731</FieldID></ExtendedAttribute>" +
        "<TimephasedData><Value>PT8H0M0S</Value></TimephasedData></Task></Tasks>",
    );
    const written = unwrap(writeMspdi(unwrap(readMspdi(source))));
    const flat = written.replace(/\n\s*/g, "").replace(/^<\?xml.*?\?>/, "");
    expect(flat).toBe(source);
  });

  it("decodes references and sections, and normalises line ends", () => {
    const source = wrap("<Name>&#20013;&#x6587;&lt;</Name><Author><![CDATA[a & b]]> c\r\nd</Author>");
    expect(unwrap(readMspdi(source))).toEqual({ name: "中文<", author: "a & b c\nd" });
  });
});

describe("MSPDI refuses", () => {
  const code = (xml: string): unknown => {
    const result = readMspdi(xml, { maxChars: 100_000, maxDepth: 40 });
    return result.ok
      ? null
      : [result.error.definition.code.replace("scheduling/mspdi-", ""), result.error.params?.rule ?? null];
  };

  it("document types, so that no entity expands", () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Project><Name>&b;</Name></Project>`;
    expect(code(laughs)).toEqual(["unsafe-xml", "doctype"]);
    expect(code(wrap("<Name>&b;</Name>"))).toEqual(["malformed-xml", "well-formed"]);
    expect(code(`<!DOCTYPE Project SYSTEM "file:///etc/passwd">${wrap("")}`)).toEqual(["unsafe-xml", "doctype"]);
  });

  it("too much and too deep", () => {
    expect(code(wrap("<Name>" + "x".repeat(100_000) + "</Name>"))).toEqual(["unsafe-xml", "too-long"]);
    expect(code("<a>".repeat(60) + "</a>".repeat(60))).toEqual(["unsafe-xml", "too-deep"]);
  });

  it("what is not XML or not a project", () => {
    for (const bad of [
      "",
      "plain",
      "<Project>",
      "<Project></Proj>",
      wrap("<Name>"),
      "<a/><b/>",
      "<Project b='1' b='2'/>",
    ]) {
      expect(code(bad), bad).toEqual(["malformed-xml", "well-formed"]);
    }
    expect(code("<html><body/></html>")).toEqual(["not-a-project", null]);
  });

  it("values that do not fit, naming the task and the field", () => {
    const result = readMspdi(wrap("<Tasks><Task><UID>12</UID><Name>主图</Name><Start>tomorrow</Start></Task></Tasks>"));
    expect(result).toMatchObject({
      ok: false,
      error: {
        params: { where: "Task 12 主图", field: "Start", rule: "must be a date and time such as 2026-11-11T08:00:00" },
      },
    });
    expect(code(wrap("<Tasks><Task><Name>n</Name></Task></Tasks>"))).toEqual(["invalid-value", "is missing"]);
    expect(code(wrap("<Name>a</Name><Name>b</Name>"))).toEqual(["invalid-value", "stands twice"]);
  });

  it("to write characters that XML cannot carry", () => {
    expect(writeMspdi({ name: "a\u0000b" })).toMatchObject({ ok: false, error: { params: { field: "Name" } } });
    expect(writeMspdi({ tasks: [{ uid: 1, notes: "\uD800" }] }).ok).toBe(false);
  });
});

describe("MSPDI fuzz", () => {
  const answers = (xml: string): void => {
    const result = readMspdi(xml);
    if (result.ok) expect(readMspdi(unwrap(writeMspdi(result.value)))).toEqual(result);
    else expect(result.error.definition.code).toMatch(/^scheduling\/mspdi-/);
  };

  it("answers any text with a result", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), answers), { numRuns: 300 });
  });

  it("answers any soup of markup with a result", () => {
    const piece = fc.constantFrom(
      ..."< > / = \" ' & ; ! ? - <!-- --> <![CDATA[ ]]> <!DOCTYPE <?xml ?> &lt; &#0; &#x110000; &a; <Project> </Project> <Task> </Task> <UID>1</UID> <Tasks> </Tasks> <Name/> x 中 __proto__ <constructor/> xmlns:a".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((list) => list.join("")),
        answers,
      ),
      { numRuns: 500 },
    );
  });

  it("answers a damaged file with a result", () => {
    const damage = fc.tuple(fc.nat(textbook.length), fc.nat(60), fc.string({ unit: "binary", maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (cuts) => {
        let xml = textbook;
        for (const [at, length, insert] of cuts) xml = xml.slice(0, at) + insert + xml.slice(at + length);
        answers(xml);
      }),
      { numRuns: 200 },
    );
  });
});
