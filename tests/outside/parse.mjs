// Reads an export with N3.js or jsonld.js and prints it as N-Quads: node parse.mjs FORMAT FILE
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import N3 from "n3";

const [format, file] = process.argv.slice(2);
const text = readFileSync(file, "utf8");

if (format === "jsonld") {
  const offline = (url) => {
    throw new Error(`nothing may be loaded: ${url}`);
  };
  process.stdout.write(await jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: offline }));
} else {
  const quads = new N3.Parser({ format }).parse(text);
  process.stdout.write(new N3.Writer({ format: "N-Quads" }).quadsToString(quads));
}
