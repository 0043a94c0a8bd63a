//! How the compiler is told to compile what is explored.

use super::stand_ins::{SANITIZER, StandIns};
use crate::{Cancel, Toolchain};
use std::path::Path;
use std::process::Command;

/// What makes the compiler have the code tell of each access. The functions that it calls are ours,
/// not those of ThreadSanitizer's runtime; and what is generic in the stand-ins is compiled anew,
/// so that it tells as well.
const TELLS: [&str; 5] = [
    "-Zsanitizer=thread",
    "-Zexternal-clangrt",
    "-Cunsafe-allow-abi-mismatch=sanitizer",
    "-Zshare-generics=no",
    // A read is told of also where a write to the same place follows at once.
    "-Cllvm-args=-tsan-instrument-read-before-write=1",
];

/// See the [module](self).
#[derive(Clone, Copy)]
pub(super) struct How<'a> {
    pub(super) toolchain: &'a Toolchain,
    pub(super) stand_ins: &'a StandIns,
    /// Whether the code is to tell of its accesses to plain memory.
    pub(super) tells: bool,
    /// Stops the compiler.
    pub(super) cancel: &'a Cancel,
}

impl How<'_> {
    /// The compiler, to be run in this folder.
    pub(super) fn rustc(self, folder: &Path) -> Command {
        let mut rustc = Command::new(&self.toolchain.rustc);
        // No optimization: what a thread knows must be on its stack, not in registers.
        rustc.current_dir(folder).args([
            "--edition=2024",
            "-Copt-level=0",
            "-Cdebuginfo=line-tables-only",
            "-Cpanic=unwind",
            "--cap-lints=allow",
            "--color=never",
        ]);
        if self.tells {
            rustc.env("RUSTC_BOOTSTRAP", "1").args(TELLS);
        } else if cfg!(unix) {
            // Without a copy of std, and of all that is known for debuggers about it, in each
            // program. One that tells needs it, with an allocator that tells of its blocks.
            rustc.args(["-Cprefer-dynamic", "-Crpath"]);
        }
        rustc.arg("-L").arg(format!(
            "dependency={}",
            self.stand_ins.dependencies.display()
        ));
        for (name, library) in &self.stand_ins.crates {
            let library = library.display();
            match name == SANITIZER {
                false => rustc.arg("--extern").arg(format!("{name}={library}")),
                // Nothing in the program names it.
                true if self.tells => rustc
                    .arg("-Zunstable-options")
                    .arg("--extern")
                    .arg(format!("force:{name}={library}")),
                true => &mut rustc,
            };
        }
        rustc
    }
}
