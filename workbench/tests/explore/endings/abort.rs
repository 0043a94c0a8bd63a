//! aborts: main: the program called abort

fn main() {
    std::process::abort();
}
