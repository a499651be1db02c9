// Reads the URLs of a JSON list on stdin as nodemailer does; prints a JSON list of host, port, user,
// password, whether TLS comes first, whether it is demanded, whether it is shunned; null for each
// that is refused.
const nodemailer = require("nodemailer");
const { resolve, dirname } = require("path");
const root = dirname(require.resolve("nodemailer/package.json"));
let Connection;
for (const each of ["dist/cjs/smtp-connection/index.js", "lib/smtp-connection/index.js"]) {
    try {
        Connection = require(resolve(root, each));
        Connection = Connection.default || Connection.SMTPConnection || Connection;
        break;
    } catch (error) {}
}
const urls = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(urls.map((url) => {
    try {
        const options = nodemailer.createTransport(url).transporter.options;
        const connection = new Connection(options);
        const auth = options.auth || {};
        return [connection.host, connection.port, auth.user || "", auth.pass || "",
            connection.secureConnection, !!connection.options.requireTLS,
            !!connection.options.ignoreTLS];
    } catch (error) {
        return null;
    }
})));
