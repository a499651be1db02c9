// Reads the texts of a JSON list on stdin as npm's dotenv reads them; prints a JSON list of their
// variables.
const dotenv = require("dotenv");
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => dotenv.parse(text))));
