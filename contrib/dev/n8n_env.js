// What n8n makes of its variables: the truth that tests/configs/n8n.jsonl records.
//
//     npm install --no-save --ignore-scripts @n8n/config
//     NODE_PATH=node_modules node contrib/dev/n8n_env.js > tests/configs/n8n.jsonl
//
// Of FILES each is there for a variable whose name ends in _FILE.
"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

const FILES = { plain: "of a file", lines: " of a file \n\n", empty: "", dos: "of a file\r\n" };
const USUAL = { HOST: "mail.example.com", USER: "app@example.com", PASS: "p#w 'q' \"x\" é" };
const CASES = [
  {}, { PORT: "587" }, { PORT: "" }, { PORT: " 587 " }, { PORT: "0587" }, { SSL: "false" },
  { SSL: "FALSE" }, { SSL: "0" }, { SSL: "1" }, { SSL: "no" }, { SSL: "" }, { SSL: " false" },
  { SSL: "false", STARTTLS: "false" }, { SSL: "0", STARTTLS: "0" }, { SSL: "0", STARTTLS: "False" },
  { SSL: "0", STARTTLS: "off" }, { SSL: "false", STARTTLS: "" }, { STARTTLS: "false" },
  { SENDER: "n8n <n8n@example.com>" }, { SENDER: "" }, { USER: "app" }, { PASS: " outer " },
  { PASS: "012345" }, { PASS: "null" }, { PASS: "p$w\\n" }, { HOST: " mail.example.com" },
  ...Object.keys(FILES).map((name) => ({ PASS: null, PASS_FILE: name })),
  { PASS: "", PASS_FILE: "plain" }, { PASS: "own", PASS_FILE: "plain" }, { PASS_FILE: "" },
  { USER: null, USER_FILE: "lines" }, { SSL_FILE: "lines" },
];

function answer() {
  require("reflect-metadata");
  const { Container } = require("@n8n/di");
  const { GlobalConfig } = require("@n8n/config");
  console.warn = console.error = () => {};
  const { emails } = Container.get(GlobalConfig).userManagement;
  const { host, port, secure, startTLS, sender, auth } = emails.smtp;
  return { host, port, secure, startTLS, sender, user: auth.user, pass: auth.pass };
}

if (process.argv[2] === "one") {
  process.stdout.write(JSON.stringify(answer()));
} else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "n8n-"));
  for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), text);
  for (const each of CASES) {
    const variables = {};
    for (const [key, value] of Object.entries({ ...USUAL, ...each }))
      if (value !== null) variables[`N8N_SMTP_${key}`] = value;
    const options = {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_PATH: path.resolve(process.env.NODE_PATH), ...variables },
      stdio: ["ignore", "pipe", "ignore"],
    };
    const said = execFileSync(process.execPath, [path.resolve(__filename), "one"], options);
    console.log(JSON.stringify({ variables, files: FILES, answer: JSON.parse(said) }));
  }
  fs.rmSync(folder, { recursive: true });
}
