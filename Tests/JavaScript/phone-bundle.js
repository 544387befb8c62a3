import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "../../Sources");
const resources = join(sources, "WorkshopWeb/Resources");

/** @param {string} path */
const read = (path) => readFileSync(path, "utf8");

/**
 * The phone's script by the rule of the house: modules in the order of their imports, without comments and indentation.
 * @param {string} name
 * @param {Set<string>} seen
 * @returns {string}
 */
export function bundled(name = "main.js", seen = new Set()) {
  if (seen.has(name)) return "";
  seen.add(name);
  const text = read(join(resources, "Assets/phone", name));
  const imports = Array.from(text.matchAll(/^import \{[^}]*\} from "\.\/(.*)";$/gm));
  const before = imports.map(([, other]) => bundled(other, seen));
  const own = text.replace(/^\s*\/\*\*[^]*?\*\/\n/gm, "").split("\n").map((line) => line.trim())
    .filter((line) => line && !line.startsWith("//") && !line.startsWith("import "))
    .map((line) => line.replace(/^export /, ""));
  return before.join("") + own.join("\n") + "\n";
}

/** The script that follows: what the page's own script does not hold yet. */
export function bundledLater() {
  /** @type {Set<string>} */
  const seen = new Set();
  bundled("main.js", seen);
  return bundled("later.js", seen);
}

/** The names that the modules declare at their top, each as often as it is declared. */
export function topLevelNames() {
  const files = readdirSync(join(resources, "Assets/phone")).filter((name) => name.endsWith(".js"));
  const text = files.map((name) => read(join(resources, "Assets/phone", name))).join("\n");
  return Array.from(text.matchAll(/^(?:export )?(?:async )?(?:function|const|let|class) (\w+)/gm), ([, name]) => name);
}

/** The style as it goes into the page. */
export function style() {
  const text = ["common/tokens.css", "phone/phone.css"].map((name) => read(join(resources, "Assets", name))).join("\n");
  return text.replace(/\/\*[^]*?\*\//g, "").split("\n").map((line) => line.trim()).filter(Boolean).join("\n");
}

/**
 * The phone's words: those of its page, or those that come with the second script.
 * @param {"phone" | "phoneLater"} [section]
 */
export function words(section = "phone") {
  return JSON.parse(read(join(sources, "Workshop/Resources/Locales/nl.json")))[section];
}

/** The whole page as it is sent. */
export function page() {
  /** @type {Record<string, string>} */
  const parts = { style: style(), script: bundled(), words: JSON.stringify(words()), language: "nl" };
  return read(join(resources, "Pages/phone.mustache")).replace(/\{\{\{?(\w+)\}?\}\}/g, (_, name) => parts[name]);
}
