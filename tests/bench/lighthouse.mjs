// Runs Lighthouse, phone preset, on the pages named in a JSON file; prints one JSON line a page. Started by lighthouse.py:
// node lighthouse.mjs FOLDER-WITH-NODE_MODULES CHROMIUM PAGES.json

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, chromium, pages] = process.argv.slice(2);
const at = (path) => import(pathToFileURL(join(folder, "node_modules", path)).href);
const { startFlow } = await at("lighthouse/core/index.js");
const puppeteer = createRequire(join(folder, "package.json"))("puppeteer-core");

const browser = await (puppeteer.default || puppeteer).launch({
  executablePath: chromium,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu"]
});
for (const one of JSON.parse(readFileSync(pages, "utf-8"))) {
  const page = await browser.newPage();
  const flow = await startFlow(page, { flags: { onlyCategories: ["performance", "accessibility", "best-practices", "seo"] } });
  if (one.session) {
    // a step in the middle of the questions: what the tab holds is put there, and the page loaded again
    await page.goto(one.url);
    await page.evaluate((session, place) => {
      Object.keys(session).forEach((key) => sessionStorage.setItem(key, session[key]));
      history.replaceState(place, "");
    }, one.session, one.place);
    await flow.navigate(() => page.reload(), { disableStorageReset: true });
  } else {
    await flow.navigate(one.url);
  }
  const { lhr } = (await flow.createFlowResult()).steps[0];
  const low = Object.values(lhr.audits).filter((audit) => audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative");
  console.log(
    JSON.stringify({
      name: one.name,
      version: lhr.lighthouseVersion,
      browser: lhr.environment.hostUserAgent,
      scores: Object.values(lhr.categories).map((category) => Math.round(category.score * 100)),
      largest: Math.round(lhr.audits["largest-contentful-paint"].numericValue),
      blocked: Math.round(lhr.audits["total-blocking-time"].numericValue),
      moved: lhr.audits["cumulative-layout-shift"].numericValue,
      bytes: lhr.audits["total-byte-weight"].numericValue,
      low: low.map((audit) => audit.id + ": " + audit.title)
    })
  );
  await page.close();
}
await browser.close();
