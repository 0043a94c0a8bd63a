//! hangs: main has run for 500ms without any operation

fn main() {
    loop {}
}
