/// The `Debug` form of `value`, if its type has one (in the plain build: if its type is on a list).
#[cfg(any_type)]
pub fn text<T: ?Sized>(value: &T) -> Option<String> {
    value.text()
}

#[cfg(any_type)]
trait Text {
    fn text(&self) -> Option<String>;
}

#[cfg(any_type)]
impl<T: ?Sized> Text for T {
    default fn text(&self) -> Option<String> {
        None
    }
}

#[cfg(any_type)]
impl<T: ?Sized + std::fmt::Debug> Text for T {
    fn text(&self) -> Option<String> {
        Some(format!("{self:?}"))
    }
}

/// The `Debug` form of `value`, if its type has one (in the plain build: if its type is on a list).
#[cfg(not(any_type))]
pub fn text<T: ?Sized>(value: &T) -> Option<String> {
    crate::contents::with_listed_type(value, |known| format!("{known:?}"))
}
