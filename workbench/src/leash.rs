//! Holds a process so that it, and whatever it started, can be stopped at any time.

pub(crate) use system::Leash;

#[cfg(unix)]
mod system {
    use std::io;
    use std::os::unix::process::{CommandExt, ExitStatusExt};
    use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command};
    use std::thread;

    use nix::sys::signal::{Signal, killpg};
    use nix::sys::wait::{Id, WaitPidFlag, waitid};
    use nix::unistd::Pid;

    use crate::Ending;
    use crate::confine::{Confinement, Sealed};

    /// A process that leads a process group of its own.
    pub(crate) struct Leash {
        child: Child,
        group: Pid,
    }

    impl Leash {
        pub fn spawn(command: &mut Command) -> io::Result<Self> {
            die_with_parent(command);
            let child = command.process_group(0).spawn()?;
            let group = Pid::from_raw(child.id().cast_signed());
            Ok(Self { child, group })
        }

        /// Starts a process that can do little.
        pub fn spawn_confined(command: &mut Command, to: &Confinement) -> io::Result<Self> {
            // It must learn to die before it may no longer choose to.
            die_with_parent(command);
            let mut sealed = Sealed::new(to)?;
            // SAFETY: between fork and exec the closure makes system calls on what was prepared
            // before. What little it allocates glibc allows after a fork.
            unsafe { command.pre_exec(move || sealed.enter()) };
            let child = command.process_group(0).spawn()?;
            let group = Pid::from_raw(child.id().cast_signed());
            Ok(Self { child, group })
        }

        /// The process's number.
        pub fn id(&self) -> u32 {
            self.child.id()
        }

        /// The process's input, once, if it is to have any.
        pub fn take_stdin(&mut self) -> Option<ChildStdin> {
            self.child.stdin.take()
        }

        /// The process's output, once.
        pub fn take_pipes(&mut self) -> (Option<ChildStdout>, Option<ChildStderr>) {
            (self.child.stdout.take(), self.child.stderr.take())
        }

        /// Calls `report` when the process has ended. It is not reaped then: until
        /// [`Self::reap`] its number, which is the group's too, cannot become another's.
        pub fn on_end(&self, report: impl FnOnce() + Send + 'static) {
            let process = self.group;
            thread::spawn(move || {
                let flags = WaitPidFlag::WEXITED | WaitPidFlag::WNOWAIT;
                while waitid(Id::Pid(process), flags) == Err(nix::errno::Errno::EINTR) {}
                report();
            });
        }

        /// Kills the whole group. If it is gone already there is nothing to do.
        pub fn kill(&self) {
            let _ = killpg(self.group, Signal::SIGKILL);
        }

        /// Waits for the end, and says how it was.
        pub fn reap(&mut self) -> io::Result<Ending> {
            let status = self.child.wait()?;
            Ok(match (status.code(), status.signal()) {
                (Some(code), _) => Ending::Exited(code),
                (None, signal) => Ending::Signalled(signal.unwrap_or_default()),
            })
        }
    }

    /// Whoever interrupts the tests kills the process that holds the leash. The program is in
    /// another group and would run on.
    #[cfg(target_os = "linux")]
    fn die_with_parent(command: &mut Command) {
        let die = || nix::sys::prctl::set_pdeathsig(Signal::SIGKILL).map_err(io::Error::from);
        // SAFETY: between fork and exec the closure makes one system call. It neither allocates
        // nor takes a lock.
        unsafe { command.pre_exec(die) };
    }

    #[cfg(not(target_os = "linux"))]
    fn die_with_parent(_: &mut Command) {}
}

#[cfg(not(unix))]
mod system {
    use std::io;
    use std::process::{ChildStderr, ChildStdin, ChildStdout, Command};
    use std::sync::Arc;
    use std::thread;

    use shared_child::SharedChild;

    use crate::Ending;
    use crate::confine::Confinement;

    /// A process. What it started itself is out of reach on this system.
    pub(crate) struct Leash(Arc<SharedChild>);

    impl Leash {
        pub fn spawn(command: &mut Command) -> io::Result<Self> {
            Ok(Self(Arc::new(SharedChild::spawn(command)?)))
        }

        pub fn spawn_confined(command: &mut Command, _: &Confinement) -> io::Result<Self> {
            Self::spawn(command)
        }

        pub fn id(&self) -> u32 {
            self.0.id()
        }

        pub fn take_stdin(&mut self) -> Option<ChildStdin> {
            self.0.take_stdin()
        }

        pub fn take_pipes(&mut self) -> (Option<ChildStdout>, Option<ChildStderr>) {
            (self.0.take_stdout(), self.0.take_stderr())
        }

        pub fn on_end(&self, report: impl FnOnce() + Send + 'static) {
            let child = Arc::clone(&self.0);
            thread::spawn(move || {
                drop(child.wait());
                report();
            });
        }

        pub fn kill(&self) {
            drop(self.0.kill());
        }

        pub fn reap(&mut self) -> io::Result<Ending> {
            let status = self.0.wait()?;
            Ok(Ending::Exited(status.code().unwrap_or(1)))
        }
    }
}
