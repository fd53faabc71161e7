// The packages of package-lock.json, as `./dev test` installs them in build/readers: NEEDLEPLAN_NODE_READERS names that folder.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const folder = process.env.NEEDLEPLAN_NODE_READERS;
const { resolve } = createRequire(join(folder, "package.json"));

// Of a browser, what the packages ask for without using it; Node 20 and before has no navigator either.
globalThis.navigator ??= { userAgent: "node" };
globalThis.HTMLDivElement ??= class {};

/** A package with modules. */
export async function load(name) {
  return import(pathToFileURL(resolve(name)).href);
}

/** A package that is one script for browsers; `given` is what it asks for, by name. What it finds of a browser hears no key. */
export function loadBundle(name, given) {
  const browser = Object.assign(Object.create(globalThis), { addEventListener() {}, body: new EventTarget() });
  const module = { exports: {} };
  const require = (wanted) => {
    if (wanted in given) return given[wanted];
    throw new Error(`${name} asks for ${wanted}`);
  };
  new Function("module", "exports", "require", "window", "document", "self", readFileSync(resolve(name), "utf8"))(
    module, module.exports, require, browser, browser, browser);
  return module.exports;
}

export function version(name) {
  return `${name} ${JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"))).version}`;
}

/** A DICOM file as dcmjs reads it, elements by their keywords. */
export async function readDicom(file) {
  const { data } = (await load("dcmjs")).default;
  const bytes = readFileSync(file);
  const read = data.DicomMessage.readFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const dataset = data.DicomMetaDictionary.naturalizeDataset(read.dict);
  dataset._meta = data.DicomMetaDictionary.namifyDataset(read.meta);
  return dataset;
}
