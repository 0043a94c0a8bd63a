//! deadlock: main at line 8 waits: get_or_init CATALOGUE (CATALOGUE is being made by main)

use std::sync::OnceLock;

static CATALOGUE: OnceLock<u32> = OnceLock::new();

fn main() {
    CATALOGUE.get_or_init(|| CATALOGUE.get_or_init(|| 1) + 1);
}
