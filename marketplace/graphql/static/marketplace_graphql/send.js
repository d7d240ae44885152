// One request to the API. The token travels in a header of this request and is written nowhere.

const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
const VALUE = `name description type { ${TYPE} } defaultValue`;
const INTROSPECTION = `query Introspection { __schema { queryType { name } mutationType { name } subscriptionType { name }
  types { kind name description
    fields(includeDeprecated: true) { name description isDeprecated deprecationReason args { ${VALUE} } type { ${TYPE} } }
    inputFields { ${VALUE} } interfaces { name } possibleTypes { name }
    enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } } } }`;

export async function send(endpoint, body, { token, language, signal } = {}) {
  const headers = { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json;q=0.9" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (language) headers["Accept-Language"] = language;
  const response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(body), signal, credentials: "omit" });
  const raw = await response.text();
  return { status: `${response.status} ${response.statusText}`.trim(), text: indent(raw), raw, bytes: new Blob([raw]).size, failed: !response.ok };
}

export async function introspect(endpoint) {
  const answer = JSON.parse((await send(endpoint, { query: INTROSPECTION })).raw);
  if (!answer.data) throw new Error(answer.errors?.[0]?.message ?? "no data");
  return answer.data.__schema;
}

// Indents JSON without parsing it, for JavaScript's numbers would lose digits of the API's exact decimals.
function indent(json) {
  let depth = 0;
  return json.replace(/"(?:\\.|[^"\\])*"|[{[]\s*[}\]]|[{}[\],:]/g, (token) => {
    if (token.length > 1) return token;
    if (token === ":") return ": ";
    if (token === ",") return `,\n${"  ".repeat(depth)}`;
    if (token === "{" || token === "[") return `${token}\n${"  ".repeat(++depth)}`;
    return `\n${"  ".repeat(--depth)}${token}`;
  });
}
