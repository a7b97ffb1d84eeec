import pg from "pg";

export const PROJECTS = 1_000;
/** Projects with 500 tasks and 750 links; the others share the rest of the tasks and have none. */
export const LARGE_PROJECTS = 10;
export const LARGE_TASKS = 500;
export const MEMBERS = 200;
export const ASSETS = 20_000;

const id = (prefix: string, n: string): string => `'${prefix}_' || lpad((${n})::text, 26, '0')`;

/** Every value follows from its number, so that runs are alike. $1 is the workspace, $2 a person whose password all share. */
const PEOPLE = `
  WITH people AS (
    INSERT INTO system.users (id, email, name, password_hash)
    SELECT ${id("usr", "n")}, 'user' || n || '@bench.yutu.local', '成员 ' || n, (SELECT password_hash FROM system.users WHERE id = $2)
    FROM generate_series(1, ${MEMBERS}) AS n RETURNING id, email, name)
  INSERT INTO members (workspace_id, id, user_id, name, email, role)
  SELECT $1, 'mem_' || substr(id, 5), id, name, email, (ARRAY['project_manager','project_manager','analyst','executive','finance'])[1 + substr(id, 5)::int % 5]
  FROM people`;

const PROJECT_ROWS = `
  INSERT INTO projects (workspace_id, id, campaign_key, name, type_key, template_version, color, status, visibility, anchor_date, start_date, end_date, currency, total_budget_minor, channels, manager_id)
  SELECT $1, ${id("prj", "n")}, 'C' || n, (ARRAY['双11','618','年货节','新品上市','门店周年'])[1 + n % 5] || ' 活动 ' || n, 'ecommerce_promo', 1, '#2f54eb',
    (ARRAY['draft','in_review','approved','running','running','closed'])[1 + n % 6], CASE WHEN n % 10 = 0 THEN 'private' ELSE 'workspace' END,
    d, d - 60, d + 14, 'CNY', 100000000, ARRAY['tmall','douyin'], ${id("mem", `1 + n % ${MEMBERS}`)}
  FROM (SELECT n, date '2026-01-01' + (n * 7 % 730) AS d FROM generate_series(1, ${PROJECTS}) AS n) AS p`;

const PROJECT_PEOPLE = `
  INSERT INTO project_members (workspace_id, id, project_id, member_id, role_key)
  SELECT $1, ${id("pmb", "p * 5 + k")}, ${id("prj", "p")}, ${id("mem", `1 + (p * 3 + k * 37) % ${MEMBERS}`)}, 'marketer'
  FROM generate_series(1, ${PROJECTS}) AS p, generate_series(0, 4) AS k`;

const PHASES = `
  INSERT INTO phases (workspace_id, id, project_id, key, name, position)
  SELECT $1, ${id("pha", "p * 4 + k")}, ${id("prj", "p")}, 'k' || k, '阶段 ' || k, k
  FROM generate_series(1, ${PROJECTS}) AS p, generate_series(0, 3) AS k`;

/** $2: number of tasks. The large projects come first; a task of theirs begins when the one before ends. */
const TASKS = `
  INSERT INTO tasks (workspace_id, id, number, project_id, phase_id, title, status, priority, channel, assignee_ids, accountable_id, start_date, due_date, duration_days, rank, milestone)
  SELECT $1, ${id("tsk", "n")}, n, ${id("prj", "p")}, ${id("pha", "p * 4 + n / 7 % 4")},
    (ARRAY['主视觉设计','达人沟通','直播脚本','素材剪辑','预算核对','物流对接'])[1 + n % 6] || ' ' || n, (ARRAY['todo','doing','review','done','done'])[1 + n % 5],
    (ARRAY['low','medium','high','urgent'])[1 + n % 4], (ARRAY['tmall','douyin','xiaohongshu',NULL])[1 + n % 4],
    ARRAY[${id("mem", `1 + n % ${MEMBERS}`)}], ${id("mem", `1 + n / 3 % ${MEMBERS}`)},
    date '2026-01-01' + n * 7 % 730, date '2026-01-05' + n * 7 % 730, 5, 'a' || lpad(n::text, 7, '0'), n % 50 = 0
  FROM (SELECT n, CASE WHEN n <= ${LARGE_PROJECTS * LARGE_TASKS} THEN 1 + (n - 1) / ${LARGE_TASKS} ELSE ${LARGE_PROJECTS} + 1 + n % ${PROJECTS - LARGE_PROJECTS} END AS p
        FROM generate_series(1, $2::int) AS n) AS t`;

/** Each task of a large project waits for one of the ten before it, every second one for two. */
const LINKS = `
  INSERT INTO task_links (workspace_id, id, project_id, from_id, to_id, type)
  SELECT $1, ${id("tln", "n * 2 + k")}, ${id("prj", `1 + (n - 1) / ${LARGE_TASKS}`)}, ${id("tsk", "n - 1 - k * 3 - n % 5")}, ${id("tsk", "n")}, 'FS'
  FROM generate_series(1, ${LARGE_PROJECTS * LARGE_TASKS}) AS n, generate_series(0, 1) AS k
  WHERE (n - 1) % ${LARGE_TASKS} > 10 AND (k = 0 OR n % 2 = 0)`;

/** One task in ten is spoken about, by two people. */
const COMMENTS = `
  INSERT INTO comments (workspace_id, id, task_id, project_id, body, author_id)
  SELECT $1, ${id("cmt", "n * 2 + k")}, t.id, t.project_id, '请在周五前确认。', ${id("mem", `1 + n % ${MEMBERS}`)}
  FROM generate_series(10, $2::int, 10) AS n JOIN tasks t ON t.workspace_id = $1 AND t.id = ${id("tsk", "n")}, generate_series(0, 1) AS k`;

const FILES = `
  INSERT INTO files (workspace_id, id, name, size_bytes, sha256, content_type, kind, storage_key, uploaded_by)
  SELECT $1, ${id("fil", "n")}, '图 ' || n || '.png', 1000, md5(n::text), 'image/png', 'image', 'k' || n, ${id("mem", `1 + n % ${MEMBERS}`)}
  FROM generate_series(1, ${ASSETS}) AS n`;
const ASSET_ROWS = `
  INSERT INTO assets (workspace_id, id, name, description, kind, project_id, channels, tags, status, owner_id, current_version_id, updated_at)
  SELECT $1, ${id("ast", "n")}, (ARRAY['首页横幅','详情页长图','直播间背景','短视频封面','门店海报'])[1 + n % 5] || ' ' || n, '第 ' || n || ' 版', 'image',
    ${id("prj", `1 + n % ${PROJECTS}`)}, ARRAY['tmall'], ARRAY[(ARRAY['夏季','年货','主推','清仓'])[1 + n % 4]], 'ready',
    ${id("mem", `1 + n % ${MEMBERS}`)}, ${id("asv", "n")}, now() - n * interval '1 minute'
  FROM generate_series(1, ${ASSETS}) AS n`;
const VERSIONS = `
  INSERT INTO asset_versions (workspace_id, id, asset_id, number, file_id, created_by)
  SELECT $1, ${id("asv", "n")}, ${id("ast", "n")}, 1, ${id("fil", "n")}, ${id("mem", `1 + n % ${MEMBERS}`)} FROM generate_series(1, ${ASSETS}) AS n`;

const LINES = `
  INSERT INTO budget_lines (workspace_id, id, project_id, key, name, category, currency, planned_minor, position)
  SELECT $1, ${id("bln", "p * 8 + k")}, ${id("prj", "p")}, 'k' || k, '预算 ' || k, 'media', 'CNY', 1000000, k
  FROM generate_series(1, ${PROJECTS}) AS p, generate_series(0, 7) AS k`;

/** Fills a migrated database that has the demo workspace. @param userId whose password everybody gets */
export async function fill(
  connection: pg.ClientConfig,
  workspaceId: string,
  userId: string,
  tasks: number,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(PEOPLE, [workspaceId, userId]);
  for (const text of [PROJECT_ROWS, PROJECT_PEOPLE, PHASES]) await client.query(text, [workspaceId]);
  await client.query(TASKS, [workspaceId, tasks]);
  await client.query(LINKS, [workspaceId]);
  await client.query(COMMENTS, [workspaceId, tasks]);
  for (const text of [FILES, ASSET_ROWS, VERSIONS, LINES]) await client.query(text, [workspaceId]);
  await client.query("UPDATE outbox SET delivered_at = now()");
  await client.query("VACUUM ANALYZE");
  await client.end();
}
