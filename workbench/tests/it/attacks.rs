//! Programs that mean harm. None does any, each is told from a good one by what is said of it, and
//! the next program runs.

#![cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]

use std::fs;
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use workbench::{Ending, Finished, Limits};

use crate::compile;

/// Compiles `body` as the body of `main` and runs it for at most two seconds.
fn attack(body: &str) -> Finished {
    attack_with(body, |_| {})
}

fn attack_with(body: &str, limit: impl FnOnce(&mut Limits)) -> Finished {
    let mut limits = Limits {
        time: Duration::from_secs(2),
        ..Limits::default()
    };
    limit(&mut limits);
    let source = format!("#![allow(warnings)]\nuse std::process::Command;\nfn main() {{ {body} }}");
    compile(&source).run(&limits).unwrap()
}

/// What the program was told when it tried.
fn refusal(body: &str) -> String {
    let finished = attack(body);
    assert_eq!(finished.ending, Ending::Exited(0), "{finished:?}");
    finished.stdout
}

fn explanation(finished: &Finished) -> String {
    finished.ending.explain(&Limits::default()).unwrap()
}

const NOT_PERMITTED: &str = "Operation not permitted (os error 1)";
const DENIED: &str = "Permission denied (os error 13)";

#[test]
fn an_endless_loop_is_stopped() {
    let finished = attack("let mut n = 0u64; loop { n = std::hint::black_box(n + 1); }");
    assert_eq!(finished.ending, Ending::TimedOut);
    assert!(explanation(&finished).contains("does a loop never end?"));
}

#[test]
fn signals_do_not_keep_it_alive() {
    let ignore = "unsafe extern \"C\" { fn signal(n: i32, f: usize) -> usize; } \
                  for n in 1..32 { unsafe { signal(n, 1); } } \
                  loop { std::thread::park(); }";
    assert_eq!(attack(ignore).ending, Ending::TimedOut);
}

#[test]
fn no_process_can_be_started() {
    let said = refusal("print!(\"{}\", Command::new(\"/bin/true\").spawn().unwrap_err());");
    assert_eq!(said, NOT_PERMITTED);
}

#[test]
fn a_fork_bomb_does_not_go_off() {
    let fork = "unsafe extern \"C\" { fn fork() -> i32; } \
                for _ in 0..1000 { if unsafe { fork() } >= 0 { println!(\"forked\"); } } \
                print!(\"{}\", std::io::Error::last_os_error());";
    assert_eq!(refusal(fork), NOT_PERMITTED);
}

#[test]
fn a_new_session_has_nobody_in_it() {
    let escape = "unsafe extern \"C\" { fn fork() -> i32; fn setsid() -> i32; fn sleep(s: u32) -> u32; } \
                  unsafe { setsid(); if fork() == 0 { setsid(); sleep(600); } } \
                  print!(\"{}\", std::process::id());";
    let process = refusal(escape);
    assert!(fs::metadata(format!("/proc/{process}")).is_err());
}

#[test]
fn another_program_cannot_take_its_place() {
    let said = refusal(
        "use std::os::unix::process::CommandExt; \
         print!(\"{}\", Command::new(\"/bin/sh\").arg(\"-c\").arg(\"echo taken\").exec());",
    );
    assert_eq!(said, DENIED);
}

#[test]
fn a_memory_hog_is_stopped() {
    let finished = attack_with(
        "let mut all = Vec::new(); loop { all.push(vec![1u8; 1 << 20]); }",
        |limits| {
            limits.memory = 200 << 20;
            limits.time = Duration::from_secs(20);
        },
    );
    assert_eq!(finished.ending, Ending::TookTooMuchMemory);
    assert!(explanation(&finished).contains("of memory"));
}

#[test]
fn a_bomb_of_threads_is_stopped() {
    let finished = attack_with(
        "loop { let _ = std::thread::Builder::new().stack_size(16384).spawn(|| loop { std::thread::park() }); }",
        |limits| {
            limits.threads = 500;
            limits.time = Duration::from_secs(20);
        },
    );
    assert_eq!(finished.ending, Ending::StartedTooManyThreads);
}

#[test]
fn a_flood_is_cut() {
    for flood in [
        "loop { println!(\"water\"); }",
        "loop { print!(\"water\"); }",
        "use std::io::Write; loop { std::io::stdout().write_all(&[0xff; 99]).unwrap(); }",
        "loop { eprintln!(\"water\"); }",
    ] {
        let finished = attack_with(flood, |limits| limits.time = Duration::from_secs(20));
        assert_eq!(finished.ending, Ending::Flooded, "{flood}");
        let printed = finished.stdout.chars().count() + finished.stderr.len();
        assert!(printed <= Limits::default().output, "{flood}: {printed}");
    }
}

#[test]
fn private_files_are_not_there_to_be_read() {
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "secret").unwrap();
    let read = |file: &str| {
        refusal(&format!(
            "match std::fs::read_to_string({file:?}) {{ Ok(text) => print!(\"{{text}}\"), \
             Err(error) => print!(\"{{error}}\") }}"
        ))
    };
    assert_eq!(read(secret.path().to_str().unwrap()), DENIED);
    assert_eq!(read("/etc/passwd"), DENIED);
    assert_eq!(
        read(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")),
        DENIED
    );
    let own = std::process::id();
    for file in ["environ", "cmdline", "maps", "mem"] {
        assert_eq!(read(&format!("/proc/{own}/{file}")), DENIED, "{file}");
    }
    let list = "print!(\"{}\", std::fs::read_dir(\"/\").unwrap_err());";
    assert_eq!(refusal(list), DENIED);
}

#[test]
fn the_environment_is_empty() {
    let finished = attack("for (name, _) in std::env::vars() { println!(\"{name}\"); }");
    let mut names: Vec<&str> = finished.stdout.lines().collect();
    names.sort_unstable();
    assert_eq!(names, ["HOME", "TMPDIR"]);
}

#[test]
fn nothing_is_written_outside_of_its_folder() {
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("file");
    for write in [
        format!("std::fs::write({file:?}, \"\")"),
        format!("std::fs::create_dir({file:?})"),
        format!("std::os::unix::fs::symlink(\"a\", {file:?})"),
        format!("std::fs::remove_dir({:?})", outside.path()),
    ] {
        let said = refusal(&format!("print!(\"{{}}\", {write}.unwrap_err());"));
        assert_eq!(said, DENIED, "{write}");
    }
    let inside = "std::fs::write(\"file\", \"text\").unwrap(); \
                  print!(\"{}\", std::fs::read_to_string(\"file\").unwrap());";
    assert_eq!(refusal(inside), "text");
}

#[test]
fn the_network_is_not_there() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let connect = format!(
        "print!(\"{{}}\", std::net::TcpStream::connect({:?}).unwrap_err());",
        address.to_string()
    );
    assert_eq!(refusal(&connect), NOT_PERMITTED);
    for other in [
        "std::net::TcpListener::bind(\"127.0.0.1:0\")",
        "std::net::UdpSocket::bind(\"127.0.0.1:0\")",
    ] {
        let said = refusal(&format!("print!(\"{{}}\", {other}.unwrap_err());"));
        assert_eq!(said, NOT_PERMITTED, "{other}");
    }
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let _listener = UnixListener::bind(&socket).unwrap();
    let connect = format!(
        "print!(\"{{}}\", std::os::unix::net::UnixStream::connect({socket:?}).unwrap_err());"
    );
    assert_eq!(refusal(&connect), NOT_PERMITTED);
}

#[test]
fn nobody_else_can_be_killed_or_traced() {
    let mut victim = Command::new("sleep")
        .arg("60")
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let (parent, other) = (std::process::id(), victim.id());
    for process in [parent, other] {
        let kill = format!(
            "unsafe extern \"C\" {{ fn kill(p: i32, s: i32) -> i32; fn syscall(n: i64, ...) -> i64; }} \
             unsafe {{ print!(\"{{}} {{}} {{}}\", kill({process}, 9), \
             syscall(234, {process}, {process}, 9), syscall(101, 16, {process}, 0, 0)); }}"
        );
        // tgkill and ptrace have these numbers on x86-64 alone; elsewhere they are other calls.
        if cfg!(target_arch = "x86_64") {
            assert_eq!(refusal(&kill), "-1 -1 -1");
        }
    }
    assert!(victim.try_wait().unwrap().is_none(), "it was killed");
    victim.kill().unwrap();
    victim.wait().unwrap();
}

#[test]
fn it_may_end_itself() {
    assert_eq!(
        attack("std::process::abort();").ending,
        Ending::Signalled(6)
    );
}

#[test]
fn thousands_of_files_are_stopped() {
    let finished = attack("for n in 0.. { std::fs::write(n.to_string(), \"x\").unwrap(); }");
    assert_eq!(finished.ending, Ending::WroteTooMuch);
    assert!(explanation(&finished).contains("files"));
}

#[test]
fn a_huge_file_is_stopped() {
    let finished = attack(
        "use std::io::Write; let mut file = std::fs::File::create(\"huge\").unwrap(); \
         loop { file.write_all(&[1; 1 << 16]).unwrap(); }",
    );
    assert_eq!(finished.ending, Ending::WroteTooMuch);
}

#[test]
fn its_folder_is_gone_afterwards() {
    let finished = attack(
        "std::fs::create_dir(\"locked\").unwrap(); std::fs::write(\"locked/file\", \"\").unwrap(); \
         use std::os::unix::fs::PermissionsExt; \
         let mode = std::fs::Permissions::from_mode(0o000); \
         let locked = std::fs::set_permissions(\"locked\", mode); \
         print!(\"{}\", std::env::current_dir().unwrap().display());",
    );
    assert!(!finished.stdout.is_empty());
    assert!(
        fs::metadata(&finished.stdout).is_err(),
        "{} is left",
        finished.stdout
    );
}

#[test]
fn fifty_at_once_end_and_the_next_one_runs() {
    let limits = Limits {
        time: Duration::from_secs(1),
        memory: 64 << 20,
        ..Limits::default()
    };
    let programs = [
        "fn main() { loop {} }",
        "fn main() { let mut all = vec![]; loop { all.push(vec![1u8; 1 << 16]); std::thread::yield_now(); } }",
        "fn main() { loop { println!(\"water\"); } }",
    ]
    .map(compile);
    thread::scope(|scope| {
        let runs: Vec<_> = (0..50)
            .map(|number| {
                let program = &programs[number % programs.len()];
                scope.spawn(move || program.run(&limits).unwrap())
            })
            .collect();
        for run in runs {
            let finished = run.join().unwrap();
            assert!(finished.ending.explain(&limits).is_some(), "{finished:?}");
        }
    });
    let next = compile("fn main() { print!(\"still here\"); }");
    assert_eq!(next.run(&Limits::default()).unwrap().stdout, "still here");
}
