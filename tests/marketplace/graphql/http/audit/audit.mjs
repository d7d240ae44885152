// Runs every audit of graphql-http against the address given, and fails unless each of them passes.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
for (const { id, name, status, reason } of results) {
  console.log(`${status.padEnd(5)} ${id} ${name}${reason ? `: ${reason}` : ""}`);
}
const passed = results.filter(({ status }) => status === "ok").length;
console.log(`${passed} of ${results.length}`);
process.exitCode = results.length > 50 && passed === results.length ? 0 : 1;
