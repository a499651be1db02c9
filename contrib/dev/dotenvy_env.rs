// What the crate dotenvy reads in files, as Vaultwarden has it do: the truth that
// tests/configs/dotenvy.jsonl records.
//
// A file a line comes in hexadecimal; names and values go out so, or "refused". Run it anew for
// another release, in a clone of https://github.com/allan2/dotenvy (it needs nothing else):
//
//	rustc --edition 2018 --crate-type rlib --crate-name dotenvy dotenv/src/lib.rs
//	rustc --edition 2018 --extern dotenvy=libdotenvy.rlib dotenvy_env.rs
use std::env;
use std::io::BufRead;

fn octets(text: &str) -> Vec<u8> {
    (0..text.len() / 2)
        .map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap())
        .collect()
}

fn hexadecimal(octets: &[u8]) -> String {
    octets.iter().map(|each| format!("{:02x}", each)).collect()
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        for (name, _) in env::vars() {
            env::remove_var(name);
        }
        match dotenvy::from_read(&octets(&line.unwrap())[..]) {
            Err(_) => println!("refused"),
            Ok(()) => {
                let pairs: Vec<String> = env::vars()
                    .map(|(name, value)| {
                        format!("{}={}", hexadecimal(name.as_bytes()), hexadecimal(value.as_bytes()))
                    })
                    .collect();
                println!("{}", pairs.join(" "));
            }
        }
    }
}
