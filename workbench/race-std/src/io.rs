//! `std::io`, with the locks around stdout and stderr.
//!
//! Half of what locks them is compiled with the program, where the detector sees it, the other half
//! is not: so it looks away while somebody prints. That two threads print puts them in no order.

use core::fmt;
use core::mem::ManuallyDrop;

use real::io as inner;

use crate::tsan;

pub use real::io::*;

macro_rules! stream {
    ($stream:ident, $lock:ident, $get:ident) => {
        /// std's stream.
        #[derive(Debug)]
        pub struct $stream(inner::$stream);

        /// std's stream, locked.
        #[derive(Debug)]
        pub struct $lock<'a>(ManuallyDrop<inner::$lock<'a>>);

        /// std's stream.
        #[must_use]
        pub fn $get() -> $stream {
            $stream(inner::$get())
        }

        #[expect(missing_docs, reason = "they are std's")]
        impl $stream {
            #[must_use]
            pub fn lock(&self) -> $lock<'static> {
                $lock(ManuallyDrop::new(tsan::without_accesses(|| self.0.lock())))
            }

            #[must_use]
            pub fn is_terminal(&self) -> bool {
                inner::IsTerminal::is_terminal(&self.0)
            }
        }

        impl Drop for $lock<'_> {
            fn drop(&mut self) {
                // SAFETY: it is dropped once, here.
                tsan::without_accesses(|| unsafe { ManuallyDrop::drop(&mut self.0) });
            }
        }

        impl Write for $lock<'_> {
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                tsan::without_accesses(|| self.0.write(bytes))
            }

            fn flush(&mut self) -> Result<()> {
                tsan::without_accesses(|| self.0.flush())
            }
        }

        impl Write for &$stream {
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                self.lock().write(bytes)
            }

            fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
                self.lock().write_all(bytes)
            }

            fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<()> {
                self.lock().write_fmt(text)
            }

            fn flush(&mut self) -> Result<()> {
                self.lock().flush()
            }
        }

        impl Write for $stream {
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                (&*self).write(bytes)
            }

            fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
                (&*self).write_all(bytes)
            }

            fn write_fmt(&mut self, text: fmt::Arguments<'_>) -> Result<()> {
                (&*self).write_fmt(text)
            }

            fn flush(&mut self) -> Result<()> {
                (&*self).flush()
            }
        }
    };
}

stream!(Stdout, StdoutLock, stdout);
stream!(Stderr, StderrLock, stderr);
