//! What a value holds, to the last bit.

/// A type that can say exactly what it holds.
///
/// Implement it for a type of your own to let the explorer merge states by what it holds;
/// a type without it is never an error, it only makes for more states.
pub trait Holds {
    /// Appends to `bytes` what the value holds and returns true, or returns false where that
    /// cannot be told exactly (it holds a part of a type without this trait).
    fn holds(&self, bytes: &mut Vec<u8>) -> bool;
}

/// Appends to `bytes` what `value` holds and returns true, or returns false where that cannot be
/// told exactly; then what was appended means nothing.
///
/// Equal bytes for two values of one type mean that no safe program can tell the values apart,
/// save by an address. So the capacity of a collection is part of what it holds.
#[cfg(any_type)]
pub fn contents<T: ?Sized>(value: &T, bytes: &mut Vec<u8>) -> bool {
    value.contents(bytes)
}

#[cfg(any_type)]
trait Contents {
    fn contents(&self, bytes: &mut Vec<u8>) -> bool;
}

#[cfg(any_type)]
impl<T: ?Sized> Contents for T {
    default fn contents(&self, _bytes: &mut Vec<u8>) -> bool {
        false
    }
}

#[cfg(any_type)]
impl<T: ?Sized + Holds> Contents for T {
    fn contents(&self, bytes: &mut Vec<u8>) -> bool {
        self.holds(bytes)
    }
}

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

macro_rules! numbers {
    ($($number:ty),*) => { $(
        impl Holds for $number {
            fn holds(&self, bytes: &mut Vec<u8>) -> bool {
                bytes.extend(self.to_le_bytes());
                true
            }
        }
    )* };
}
numbers!(
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64
);

macro_rules! tuples {
    ($(($($name:ident $index:tt),*))*) => { $(
        impl<$($name),*> Holds for ($($name,)*) {
            #[allow(unused_variables)]
            fn holds(&self, bytes: &mut Vec<u8>) -> bool {
                $(contents(&self.$index, bytes) &&)* true
            }
        }
    )* };
}
tuples! { () (A 0) (A 0, B 1) (A 0, B 1, C 2) (A 0, B 1, C 2, D 3) (A 0, B 1, C 2, D 3, E 4) }

/// How much room a collection has: a program can ask for it.
fn room(capacity: usize, bytes: &mut Vec<u8>) {
    bytes.extend((capacity as u64).to_le_bytes());
}

/// A length first, so that the parts of neighbouring collections cannot be mistaken.
fn all<'a, T: 'a>(parts: impl ExactSizeIterator<Item = &'a T>, bytes: &mut Vec<u8>) -> bool {
    bytes.extend((parts.len() as u64).to_le_bytes());
    for part in parts {
        if !contents(part, bytes) {
            return false;
        }
    }
    true
}

impl Holds for bool {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        (*self as u8).holds(bytes)
    }
}

impl Holds for char {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        (*self as u32).holds(bytes)
    }
}

impl Holds for str {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        self.as_bytes().holds(bytes)
    }
}

impl Holds for String {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        room(self.capacity(), bytes);
        self.as_str().holds(bytes)
    }
}

impl Holds for Duration {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        self.as_nanos().holds(bytes)
    }
}

impl<T> Holds for [T] {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        all(self.iter(), bytes)
    }
}

impl<T, const N: usize> Holds for [T; N] {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        all(self.iter(), bytes)
    }
}

impl<T> Holds for Vec<T> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        room(self.capacity(), bytes);
        all(self.iter(), bytes)
    }
}

impl<T> Holds for VecDeque<T> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        room(self.capacity(), bytes);
        // Where it begins anew at the start of its room can be seen in its slices.
        room(self.as_slices().0.len(), bytes);
        all(self.iter(), bytes)
    }
}

impl<T> Holds for BTreeSet<T> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        all(self.iter(), bytes)
    }
}

impl<K, V> Holds for BTreeMap<K, V> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        all(self.keys(), bytes) && all(self.values(), bytes)
    }
}

impl<T> Holds for Option<T> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        bytes.push(self.is_some() as u8);
        self.as_ref().is_none_or(|value| contents(value, bytes))
    }
}

impl<T, E> Holds for Result<T, E> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        bytes.push(self.is_ok() as u8);
        match self {
            Ok(value) => contents(value, bytes),
            Err(error) => contents(error, bytes),
        }
    }
}

impl<T> Holds for Box<T> {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        contents(&**self, bytes)
    }
}

impl<T> Holds for std::marker::PhantomData<T> {
    fn holds(&self, _bytes: &mut Vec<u8>) -> bool {
        true
    }
}

// Of references only those to text: whoever has two to other things may ask whether both are to
// the same (`ptr::eq`), which depends on more than what is there.
impl Holds for &str {
    fn holds(&self, bytes: &mut Vec<u8>) -> bool {
        (**self).holds(bytes)
    }
}

/// Appends to `bytes` what `value` holds and returns true, or returns false where that cannot be
/// told exactly: in this plain build, for every type that is not on the list.
#[cfg(not(any_type))]
pub fn contents<T: ?Sized>(value: &T, bytes: &mut Vec<u8>) -> bool {
    // The `Debug` form of each listed type is exact, save that it leaves out the capacity.
    if std::any::type_name::<T>().contains("alloc::") {
        return false;
    }
    with_listed_type(value, |known| bytes.extend(format!("{known:?}\0").bytes())).is_some()
}

/// Calls `f` with `value` as the type that it is, if that type is on the list.
#[cfg(not(any_type))]
pub fn with_listed_type<T: ?Sized, R>(
    value: &T,
    f: impl FnOnce(&dyn std::fmt::Debug) -> R,
) -> Option<R> {
    macro_rules! list {
        ($($listed:ty),* $(,)?) => { $(
            if std::any::type_name::<T>() == std::any::type_name::<$listed>() {
                // SAFETY: no other type bears the full name of one of these types of the standard
                // library, and none of them holds a reference, whose lifetime the name leaves out.
                let known = unsafe { &*(value as *const T as *const $listed) };
                return Some(f(known));
            }
        )* };
    }
    list!(
        (),
        bool,
        char,
        String,
        u8,
        u16,
        u32,
        u64,
        u128,
        usize,
        i8,
        i16,
        i32,
        i64,
        i128,
        isize,
        f32,
        f64,
        Option<bool>,
        Option<i32>,
        Option<u32>,
        Option<u64>,
        Option<usize>,
        Option<String>,
        Vec<bool>,
        Vec<i32>,
        Vec<u32>,
        Vec<u64>,
        Vec<usize>,
        Vec<String>,
        std::collections::VecDeque<i32>,
        std::collections::VecDeque<u32>,
        std::collections::VecDeque<u64>,
        std::collections::VecDeque<String>,
        std::time::Duration,
    );
    None
}
