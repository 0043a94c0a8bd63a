//! As `std::io`, as far as it prints; there is no standard input.

pub use ::std::io::{
    BufRead, BufReader, BufWriter, Cursor, Empty, Error, ErrorKind, IoSlice, IoSliceMut,
    LineWriter, Read, Result, Seek, SeekFrom, Sink, Write, copy, empty, prelude, repeat, sink,
};

use interleave::{Stream, lock_stream, print, unlock_stream};
use std::fmt::Arguments;
use std::marker::PhantomData;
use std::panic::Location;

#[doc(hidden)]
#[track_caller]
pub fn __print(arguments: Arguments<'_>) {
    print(
        Stream::Out,
        &arguments.to_string(),
        Some(Location::caller()),
    );
}

#[doc(hidden)]
#[track_caller]
pub fn __print_line(arguments: Arguments<'_>) {
    print(
        Stream::Out,
        &format!("{arguments}\n"),
        Some(Location::caller()),
    );
}

#[doc(hidden)]
#[track_caller]
pub fn __eprint(arguments: Arguments<'_>) {
    print(
        Stream::Err,
        &arguments.to_string(),
        Some(Location::caller()),
    );
}

#[doc(hidden)]
#[track_caller]
pub fn __eprint_line(arguments: Arguments<'_>) {
    print(
        Stream::Err,
        &format!("{arguments}\n"),
        Some(Location::caller()),
    );
}

macro_rules! streams {
    ($($function:ident $handle:ident $lock:ident $stream:expr;)*) => { $(
        /// A handle to the stream.
        #[derive(Debug)]
        pub struct $handle(());

        /// A handle to the stream, locked: no other thread can print to it meanwhile.
        #[derive(Debug)]
        pub struct $lock<'a>(PhantomData<(&'a (), *const ())>);

        /// A handle to the stream.
        pub fn $function() -> $handle {
            $handle(())
        }

        impl $handle {
            /// Locks the stream until the lock is dropped.
            #[track_caller]
            pub fn lock(&self) -> $lock<'static> {
                lock_stream($stream, Location::caller());
                $lock(PhantomData)
            }
        }

        impl Drop for $lock<'_> {
            fn drop(&mut self) {
                unlock_stream($stream);
            }
        }
    )* };
}

streams! {
    stdout Stdout StdoutLock Stream::Out;
    stderr Stderr StderrLock Stream::Err;
}

macro_rules! write_to {
    ($($writer:ty => $stream:expr;)*) => { $(
        impl Write for $writer {
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                print($stream, &String::from_utf8_lossy(bytes), None);
                Ok(bytes.len())
            }

            /// One step, as a line is written at once.
            fn write_fmt(&mut self, arguments: Arguments<'_>) -> Result<()> {
                print($stream, &arguments.to_string(), None);
                Ok(())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    )* };
}

write_to! {
    Stdout => Stream::Out;
    &Stdout => Stream::Out;
    StdoutLock<'_> => Stream::Out;
    Stderr => Stream::Err;
    &Stderr => Stream::Err;
    StderrLock<'_> => Stream::Err;
}
