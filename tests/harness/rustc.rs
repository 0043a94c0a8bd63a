//! Stands in for `rustc` when skeptic compiles a block, and for the program when it runs one.
//!
//! skeptic knows no edition 2024, lets a program see every crate of the workspace, keeps neither
//! messages nor output, and waits for a program for ever. So the block is compiled by the
//! workbench, as `cargo course record` does it, and what skeptic runs as the program is this
//! binary again: it runs the program within limits, and reports what there was to see.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

use course::recording::observe::Seen;
use serde::{Deserialize, Serialize};
use workbench::{Compiled, Ending, Executable, Finished};

use stand_in::Assignment;

mod stand_in;

/// Stands beside the "program", and says what it is.
#[derive(Serialize, Deserialize)]
struct Program {
    mark: String,
    executable: Executable,
}

fn main() {
    let arguments: Vec<OsString> = env::args_os().collect();
    let assignment = env::var(stand_in::ENVIRONMENT).expect("the harness sets it");
    let assignment: Assignment = serde_json::from_str(&assignment).expect("the harness writes it");
    let own_name = PathBuf::from(&arguments[0]);
    let source = arguments
        .iter()
        .find(|argument| Path::new(argument).ends_with("test.rs"));
    exit(if own_name.with_extension("program").is_file() {
        run_program(&assignment, &own_name.with_extension("program"))
    } else if let Some(source) = source {
        let output = arguments
            .iter()
            .skip_while(|argument| *argument != "-o")
            .nth(1);
        compile(&assignment, Path::new(source), output.map(Path::new))
    } else {
        real_rustc(&assignment, &arguments[1..])
    });
}

/// Compiles a block, and makes `output` a link to this binary.
fn compile(assignment: &Assignment, source: &Path, output: Option<&Path>) -> i32 {
    let text = fs::read_to_string(source).expect("skeptic has written it");
    let (mark, program) = stand_in::split(&text).expect("the build script marks each block");
    match assignment.bench.compile(program) {
        Err(error) => {
            eprintln!("{error}");
            2
        }
        Ok(Compiled::Refused(said)) => {
            eprint!("{}", said.text);
            report(assignment, mark, &Seen::Refused(said));
            1
        }
        Ok(Compiled::Ready(executable)) => {
            eprint!("{}", executable.warnings);
            match output {
                None => report(assignment, mark, &Seen::Compiled),
                Some(output) => stand_in_for(output, mark, executable),
            }
            0
        }
    }
}

fn stand_in_for(output: &Path, mark: &str, executable: Executable) {
    let mark = mark.to_owned();
    let program = serde_json::to_vec(&Program { mark, executable }).expect("it is plain data");
    fs::write(output.with_extension("program"), program).expect("skeptic's folder is writable");
    let own = env::current_exe().expect("this is running");
    // A copy could be "busy" when skeptic starts it, as long as another process that is being
    // started has not closed the file yet.
    #[cfg(unix)]
    std::os::unix::fs::symlink(own, output).expect("skeptic's folder is writable");
    #[cfg(not(unix))]
    fs::copy(own, output)
        .map(drop)
        .expect("skeptic's folder is writable");
}

/// Runs the program that this binary stands in for.
fn run_program(assignment: &Assignment, program: &Path) -> i32 {
    let program = fs::read(program).expect("it was written with the link");
    let program: Program = serde_json::from_slice(&program).expect("it was written with the link");
    let finished = match program.executable.run(&assignment.limits) {
        Ok(finished) => finished,
        Err(error) => {
            eprintln!("{error}");
            return 2;
        }
    };
    print!("{}", finished.stdout);
    eprint!("{}", finished.stderr);
    let code = exit_code(&finished);
    report(assignment, &program.mark, &Seen::Ran(finished));
    code
}

fn exit_code(finished: &Finished) -> i32 {
    match finished.ending {
        Ending::Exited(code) => code,
        _ => 1,
    }
}

fn report(assignment: &Assignment, mark: &str, seen: &Seen) {
    let json = serde_json::to_vec(seen).expect("it is plain data");
    fs::write(assignment.report(mark), json).expect("the harness has made the folder");
}

/// cargo, which skeptic asks for metadata, wants to know the compiler's version.
fn real_rustc(assignment: &Assignment, arguments: &[OsString]) -> i32 {
    let rustc = &assignment.bench.toolchain.rustc;
    let status = Command::new(rustc).args(arguments).status();
    status.ok().and_then(|status| status.code()).unwrap_or(2)
}
