// Lighthouse for one page after the other, each in a browser of its own. A line of JSON in ({url, cookies, into}), one out
// ({scores, listed} or {error}). The arguments are the browser and its flags.
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const [chromePath, ...chromeFlags] = process.argv.slice(2);

/** 0 to 100: the weighted mean of a category's audits, as Lighthouse makes it, without those in `except`. */
function score({ categories, audits }, name, except) {
  const counted = categories[name].auditRefs.filter(({ id }) => audits[id].score !== null && !except.includes(id));
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  return Math.round((100 * counted.reduce((sum, { id, weight }) => sum + weight * audits[id].score, 0)) / weights);
}

/** Into the browser's own jar: a header of ours would reach the page, but not what its scripts and frames ask for. */
async function signIn({ port }, url, cookies) {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${port}` });
  const { hostname: domain } = new URL(url);
  await browser.setCookie(...Object.entries(cookies).map(([name, value]) => ({ name, value, domain, path: "/" })));
  await browser.disconnect();
}

async function look({ url, cookies, into }) {
  const chrome = await launch({ chromePath, chromeFlags });
  try {
    await signIn(chrome, url, cookies);
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      output: "json",
      logLevel: "silent",
      onlyCategories: CATEGORIES,
    });
    await writeFile(into, JSON.stringify(lhr));
    if (lhr.runtimeError) return { error: lhr.runtimeError.message };
    if (CATEGORIES.some((name) => lhr.categories[name].score === null)) return { error: "a category without a score" };
    if (lhr.finalDisplayedUrl !== url) return { error: `led to ${lhr.finalDisplayedUrl}` };
    const listed = lhr.audits["is-crawlable"].score === 1;
    return { listed, scores: CATEGORIES.map((name) => score(lhr, name, listed ? [] : ["is-crawlable"])) };
  } finally {
    chrome.kill();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await look(JSON.parse(line)).catch((error) => ({ error: String(error.stack ?? error) }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
