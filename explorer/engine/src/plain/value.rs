//! Values of plain memory, for a reader.

/// How many bytes a number of this type has; 0 if it is no number.
pub(crate) fn size_of(number: &str) -> usize {
    match number {
        "bool" | "u8" | "i8" => 1,
        "u16" | "i16" => 2,
        "u32" | "i32" | "f32" => 4,
        "u64" | "i64" | "f64" | "usize" | "isize" => 8,
        "u128" | "i128" => 16,
        _ => 0,
    }
}

/// A value: a number of a type that is known, or else a signed number, unless it is an address.
/// Addresses differ from run to run, so only that it is one is shown.
///
/// # Safety
///
/// The bytes must be readable.
pub(crate) unsafe fn show(address: usize, size: usize, number: Option<&str>) -> String {
    if ![1, 2, 4, 8, 16].contains(&size) {
        return "_".to_owned();
    }
    let mut bytes = [0; 16];
    // SAFETY: as the caller promises.
    unsafe { std::ptr::copy_nonoverlapping(address as *const u8, bytes.as_mut_ptr(), size) };
    let unsigned = u128::from_ne_bytes(bytes);
    let unused = 128 - 8 * size as u32;
    let signed = (unsigned << unused) as i128 >> unused;
    match number {
        Some("bool") if unsigned < 2 => (unsigned == 1).to_string(),
        Some("f32") => f32::from_bits(unsigned as u32).to_string(),
        Some("f64") => f64::from_bits(unsigned as u64).to_string(),
        Some(number) if number.starts_with('u') => unsigned.to_string(),
        // No program of this kind counts as far as the lowest address that is in use.
        None if size == 8 && (1 << 32..1 << 48).contains(&unsigned) => "a pointer".to_owned(),
        _ => signed.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::show;

    fn shown<T>(value: T, number: Option<&str>) -> String {
        // SAFETY: it is a value.
        unsafe { show(&raw const value as usize, size_of::<T>(), number) }
    }

    #[test]
    fn a_value_is_shown_by_its_type_if_that_is_known() {
        assert_eq!(shown(-1i32, None), "-1");
        assert_eq!(shown(u32::MAX, Some("u32")), "4294967295");
        assert_eq!(shown(true, Some("bool")), "true");
        assert_eq!(shown(2.5f64, Some("f64")), "2.5");
        assert_eq!(shown(i128::MIN, Some("i128")), i128::MIN.to_string());
    }

    #[test]
    fn an_address_is_not_shown_as_a_number() {
        assert_eq!(shown(&raw const *Box::new(1), None), "a pointer");
        assert_eq!(shown(0u64, None), "0");
    }
}
