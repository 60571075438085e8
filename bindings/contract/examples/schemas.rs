//! Writes the JSON Schemas of the contract: `cargo run -p cailiang-contract --example schemas`

use std::path::Path;
use std::{fs, io};

use cailiang_contract::{Keys, answer_schema, request_schema};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    fs::write(folder.join("answer.schema.json"), answer_schema(Keys::Open))?;
    fs::write(folder.join("request.schema.json"), request_schema())
}
