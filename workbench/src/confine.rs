//! Keeps a program from the network, from other programs and from the rest of the disk.
//!
//! A listing computes and prints. It needs no other process, no socket and no file but those in
//! its own folder, so nothing else is there for it. On Linux the kernel sees to that:
//!
//! - *landlock* hides every file but the program, the system's libraries and its own folder, and
//!   keeps signals inside;
//! - *seccomp* refuses to start processes, to open sockets and to touch other processes, with
//!   "operation not permitted", which a program can print. Threads are allowed;
//! - *rlimits* bound files and processor time, also where nobody is left to watch the clock.
//!
//! Elsewhere there are the limits of time and output alone. It is never the only line of defence:
//! what runs programs for others must not be reachable by others.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

pub(crate) use system::Sealed;
pub use system::level;

/// What one program may do.
#[derive(Clone, Debug)]
pub struct Confinement {
    /// Files and folders that it may read and execute, besides the system's libraries.
    pub readable: Vec<PathBuf>,
    /// The one folder that it may write into.
    pub writable: PathBuf,
    /// How many bytes a file may have.
    pub file_size: u64,
    /// How long it is meant to run. Its processor time is bounded a little above.
    pub time: Duration,
}

/// What this system can keep a program from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Whether files are hidden (landlock).
    pub files: bool,
    /// Whether processes and sockets are refused (seccomp).
    pub calls: bool,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.files, self.calls) {
            (true, true) => {
                "no files but its own, no network, no other processes (landlock, seccomp)"
            }
            (false, true) => "no network, no other processes (seccomp); files are not protected",
            (true, false) => "no files but its own (landlock); the network is not protected",
            (false, false) => "time and output are limited, nothing else",
        })
    }
}

#[cfg(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
))]
mod system {
    use std::collections::BTreeMap;
    use std::io;
    use std::path::Path;

    use landlock::{
        ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd,
        Ruleset, RulesetAttr, RulesetCreated, RulesetCreatedAttr, Scope,
    };
    use nix::sys::resource::{Resource, setrlimit};
    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule, TargetArch,
    };

    use super::{Confinement, Level};

    /// The newest version that is asked for. An older kernel does what it can.
    const LANDLOCK: ABI = ABI::V6;

    /// What every program reads before its `main`.
    const SYSTEM: [&str; 9] = [
        "/lib",
        "/lib64",
        "/usr/lib",
        "/usr/lib64",
        "/etc/ld.so.cache",
        "/dev/null",
        "/dev/zero",
        "/dev/random",
        "/dev/urandom",
    ];

    /// In a filter it stands for the program's own process, which has no number yet.
    const ITSELF: u32 = 0x5e1f_5e1f;

    /// A confinement with everything done that can be done before the fork.
    pub(crate) struct Sealed {
        ruleset: Option<RulesetCreated>,
        filters: [BpfProgram; 2],
        limits: [(Resource, u64); 4],
    }

    impl Sealed {
        pub fn new(confinement: &Confinement) -> io::Result<Self> {
            Ok(Self {
                ruleset: Some(ruleset(confinement).map_err(io::Error::other)?),
                filters: [
                    filter(refused(), libc::EPERM)?,
                    // glibc then starts threads with `clone`, whose flags can be looked at.
                    filter(
                        BTreeMap::from([(libc::SYS_clone3, Vec::new())]),
                        libc::ENOSYS,
                    )?,
                ],
                limits: limits(confinement),
            })
        }

        /// Confines the calling process for good. It is to be called between fork and exec.
        pub fn enter(&mut self) -> io::Result<()> {
            if let Some(ruleset) = self.ruleset.take() {
                // Only now does `/proc/self` mean the program.
                let itself = PathFd::new("/proc/self").map_err(io::Error::other)?;
                ruleset
                    .add_rule(PathBeneath::new(itself, AccessFs::from_read(LANDLOCK)))
                    .and_then(RulesetCreated::restrict_self)
                    .map_err(io::Error::other)?;
            }
            // Not earlier: the process still has its parent's files, which may be more.
            for (resource, limit) in self.limits {
                setrlimit(resource, limit, limit)?;
            }
            let own = std::process::id();
            for filter in &mut self.filters {
                for instruction in filter.iter_mut().filter(|it| it.k == ITSELF) {
                    instruction.k = own;
                }
                seccompiler::apply_filter(filter).map_err(io::Error::other)?;
            }
            Ok(())
        }
    }

    fn ruleset(confinement: &Confinement) -> Result<RulesetCreated, landlock::RulesetError> {
        let own = AccessFs::from_all(LANDLOCK) & !BitFlags::from(AccessFs::Execute);
        let mut ruleset = Ruleset::default()
            .set_compatibility(CompatLevel::BestEffort)
            .handle_access(AccessFs::from_all(LANDLOCK))?
            .handle_access(AccessNet::from_all(LANDLOCK))?
            .scope(Scope::from_all(LANDLOCK))?
            .create()?;
        let read = SYSTEM.iter().map(Path::new);
        for path in read.chain(confinement.readable.iter().map(AsRef::as_ref)) {
            ruleset = allow(ruleset, path, AccessFs::from_read(LANDLOCK))?;
        }
        ruleset = allow(ruleset, Path::new("/dev/null"), AccessFs::WriteFile.into())?;
        allow(ruleset, &confinement.writable, own)
    }

    /// What is not there cannot be opened either.
    fn allow(
        ruleset: RulesetCreated,
        path: &Path,
        access: BitFlags<AccessFs>,
    ) -> Result<RulesetCreated, landlock::RulesetError> {
        let Ok(opened) = PathFd::new(path) else {
            return Ok(ruleset);
        };
        let access = if path.is_dir() {
            access
        } else {
            access & AccessFs::from_file(LANDLOCK)
        };
        ruleset.add_rule(PathBeneath::new(opened, access))
    }

    fn limits(confinement: &Confinement) -> [(Resource, u64); 4] {
        let processors = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
        // The clock on the wall comes first unless nobody is left to look at it.
        let time = (confinement.time.as_secs() + 2) * processors;
        [
            (Resource::RLIMIT_CPU, time),
            (Resource::RLIMIT_FSIZE, confinement.file_size),
            (Resource::RLIMIT_NOFILE, 256),
            (Resource::RLIMIT_CORE, 0),
        ]
    }

    type Rules = BTreeMap<i64, Vec<SeccompRule>>;

    /// The system calls that are refused, all of them or with certain arguments.
    fn refused() -> Rules {
        let always = [
            // Other processes: looking into them, sending them signals, becoming their parent.
            libc::SYS_ptrace,
            libc::SYS_process_vm_readv,
            libc::SYS_process_vm_writev,
            libc::SYS_pidfd_open,
            libc::SYS_pidfd_getfd,
            libc::SYS_pidfd_send_signal,
            libc::SYS_tkill,
            libc::SYS_setns,
            libc::SYS_unshare,
            // The network. A pair of connected sockets has no outside.
            libc::SYS_socket,
            // What only the system's keeper needs.
            libc::SYS_bpf,
            libc::SYS_mount,
            libc::SYS_umount2,
            libc::SYS_pivot_root,
            libc::SYS_chroot,
            libc::SYS_keyctl,
            libc::SYS_add_key,
            libc::SYS_request_key,
            libc::SYS_kexec_load,
            libc::SYS_perf_event_open,
            libc::SYS_userfaultfd,
            libc::SYS_reboot,
            libc::SYS_settimeofday,
            libc::SYS_clock_settime,
            libc::SYS_adjtimex,
            libc::SYS_clock_adjtime,
            libc::SYS_sethostname,
            libc::SYS_swapon,
            libc::SYS_swapoff,
            libc::SYS_setpriority,
            // A second way to most of the calls, past this list.
            libc::SYS_io_uring_setup,
            libc::SYS_io_uring_enter,
            libc::SYS_io_uring_register,
            // Its folder must be removable afterwards.
            libc::SYS_fchmod,
            libc::SYS_fchmodat,
            libc::SYS_fchown,
            libc::SYS_fchownat,
        ];
        let mut rules: Rules = always.into_iter().map(|call| (call, Vec::new())).collect();
        #[cfg(target_arch = "x86_64")]
        rules.extend(
            [
                libc::SYS_fork,
                libc::SYS_vfork,
                libc::SYS_chmod,
                libc::SYS_chown,
                libc::SYS_lchown,
            ]
            .map(|call| (call, Vec::new())),
        );
        // A new process; a new thread has the flag.
        let threads = libc::CLONE_THREAD as u64;
        rules.insert(
            libc::SYS_clone,
            vec![argument(0, SeccompCmpOp::MaskedEq(threads), 0)],
        );
        // It would outlive whoever started it.
        let parent = libc::PR_SET_PDEATHSIG as u64;
        rules.insert(libc::SYS_prctl, vec![argument(0, SeccompCmpOp::Eq, parent)]);
        // A program may abort: that is a signal to itself.
        for call in [
            libc::SYS_kill,
            libc::SYS_tgkill,
            libc::SYS_rt_sigqueueinfo,
            libc::SYS_rt_tgsigqueueinfo,
        ] {
            let other = argument(0, SeccompCmpOp::Ne, u64::from(ITSELF));
            rules.insert(call, vec![other]);
        }
        rules.insert(
            libc::SYS_prlimit64,
            vec![both(
                argument_is(0, SeccompCmpOp::Ne, 0),
                argument_is(0, SeccompCmpOp::Ne, u64::from(ITSELF)),
            )],
        );
        rules
    }

    fn argument_is(number: u8, comparison: SeccompCmpOp, value: u64) -> SeccompCondition {
        SeccompCondition::new(number, SeccompCmpArgLen::Dword, comparison, value)
            .expect("there are six arguments")
    }

    fn argument(number: u8, comparison: SeccompCmpOp, value: u64) -> SeccompRule {
        SeccompRule::new(vec![argument_is(number, comparison, value)]).expect("it has a condition")
    }

    fn both(one: SeccompCondition, other: SeccompCondition) -> SeccompRule {
        SeccompRule::new(vec![one, other]).expect("it has two conditions")
    }

    fn filter(refused: Rules, error: i32) -> io::Result<BpfProgram> {
        let architecture = if cfg!(target_arch = "x86_64") {
            TargetArch::x86_64
        } else {
            TargetArch::aarch64
        };
        let refuse = SeccompAction::Errno(error.unsigned_abs());
        SeccompFilter::new(refused, SeccompAction::Allow, refuse, architecture)
            .and_then(BpfProgram::try_from)
            .map_err(io::Error::other)
    }

    /// What this system can keep a program from.
    #[must_use]
    pub fn level() -> Level {
        const VERSION: libc::c_ulong = 1;
        // SAFETY: with this flag the call takes no pointer and returns a number.
        let landlock = unsafe {
            libc::syscall(
                libc::SYS_landlock_create_ruleset,
                std::ptr::null::<u8>(),
                0,
                VERSION,
            )
        };
        Level {
            files: landlock > 0,
            calls: Path::new("/proc/sys/kernel/seccomp").exists(),
        }
    }
}

#[cfg(not(all(
    target_os = "linux",
    any(target_arch = "x86_64", target_arch = "aarch64")
)))]
mod system {
    use std::io;

    use super::{Confinement, Level};

    /// Nothing can be done here.
    pub(crate) struct Sealed;

    impl Sealed {
        pub fn new(_: &Confinement) -> io::Result<Self> {
            Ok(Self)
        }

        #[cfg(unix)]
        pub fn enter(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What this system can keep a program from.
    #[must_use]
    pub fn level() -> Level {
        Level {
            files: false,
            calls: false,
        }
    }
}
