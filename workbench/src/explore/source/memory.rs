//! What a program's text calls the plain memory that it uses, where that is certain.
//!
//! The explorer sees addresses. A `static` has a name in the executable; for anything else the line
//! of an access tells what it is, if there is only one thing on that line that it can be.

use super::position;
use interleave_request::MemoryNames;
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit, Pat, UnOp};

/// The names in a file.
pub(super) fn of(file: &syn::File) -> MemoryNames {
    let mut visitor = Visitor::default();
    visitor.visit_file(file);
    MemoryNames {
        made: only(visitor.made),
        used: only(visitor.used),
        numbers: visitor.numbers,
    }
}

/// The lines with a single name.
fn only(lines: BTreeMap<u32, Vec<String>>) -> BTreeMap<u32, String> {
    let single = |(line, mut names): (u32, Vec<String>)| {
        names.sort();
        names.dedup();
        (names.len() == 1).then(|| (line, names.remove(0)))
    };
    lines.into_iter().filter_map(single).collect()
}

#[derive(Default)]
struct Visitor {
    made: BTreeMap<u32, Vec<String>>,
    used: BTreeMap<u32, Vec<String>>,
    numbers: BTreeMap<String, String>,
}

impl Visitor {
    fn use_of(&mut self, place: &Expr) {
        use syn::spanned::Spanned;
        if is_certain(place)
            && let Some(text) = place.span().source_text()
        {
            let line = position(place).0;
            self.used.entry(line).or_default().push(text);
        }
    }
}

/// Whether an expression names the same memory whenever it is evaluated, as far as names go: an
/// index must be a number.
fn is_certain(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_certain(&field.base),
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => is_certain(&unary.expr),
        Expr::MethodCall(call) => call.args.is_empty() && is_certain(&call.receiver),
        Expr::Paren(inner) => is_certain(&inner.expr),
        Expr::Index(index) => {
            matches!(&*index.index, Expr::Lit(lit) if matches!(lit.lit, Lit::Int(_)))
                && is_certain(&index.expr)
        }
        _ => false,
    }
}

const NUMBERS: [&str; 15] = [
    "bool", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    "f32", "f64",
];

impl<'a> Visit<'a> for Visitor {
    fn visit_local(&mut self, local: &'a syn::Local) {
        let pattern = match &local.pat {
            Pat::Type(typed) => &typed.pat,
            other => other,
        };
        if let (Pat::Ident(name), Some(_)) = (pattern, &local.init) {
            let line = position(local).0;
            self.made
                .entry(line)
                .or_default()
                .push(name.ident.to_string());
        }
        visit::visit_local(self, local);
    }

    fn visit_item_static(&mut self, item: &'a syn::ItemStatic) {
        let ty = match &*item.ty {
            syn::Type::Array(array) => &array.elem,
            other => other,
        };
        if let syn::Type::Path(path) = ty
            && let Some(name) = path.path.get_ident().map(ToString::to_string)
            && NUMBERS.contains(&name.as_str())
        {
            self.numbers.insert(item.ident.to_string(), name);
        }
        visit::visit_item_static(self, item);
    }

    fn visit_expr_assign(&mut self, assign: &'a syn::ExprAssign) {
        self.use_of(&assign.left);
        visit::visit_expr_assign(self, assign);
    }

    fn visit_expr_binary(&mut self, binary: &'a syn::ExprBinary) {
        let assigns = matches!(
            binary.op,
            BinOp::AddAssign(_)
                | BinOp::SubAssign(_)
                | BinOp::MulAssign(_)
                | BinOp::DivAssign(_)
                | BinOp::RemAssign(_)
                | BinOp::BitAndAssign(_)
                | BinOp::BitOrAssign(_)
                | BinOp::BitXorAssign(_)
                | BinOp::ShlAssign(_)
                | BinOp::ShrAssign(_)
        );
        if assigns {
            self.use_of(&binary.left);
        }
        visit::visit_expr_binary(self, binary);
    }

    fn visit_expr_unary(&mut self, unary: &'a syn::ExprUnary) {
        if matches!(unary.op, UnOp::Deref(_)) {
            use syn::spanned::Spanned;
            let line = position(unary).0;
            if is_certain(&unary.expr) {
                let text = unary.span().source_text();
                self.used.entry(line).or_default().extend(text);
            }
        }
        visit::visit_expr_unary(self, unary);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> MemoryNames {
        of(&syn::parse_file(text).unwrap())
    }

    #[test]
    fn a_line_with_one_place_names_it() {
        let found = names("fn f(v: *mut u32) {\n    unsafe { *v += 1 };\n}\n");
        assert_eq!(found.used.get(&2).map(String::as_str), Some("*v"));
    }

    #[test]
    fn a_line_with_two_places_names_none() {
        let found = names("fn f(v: *mut u32, w: *mut u32) {\n    unsafe { *v = *w };\n}\n");
        assert_eq!(found.used.get(&2), None);
    }

    #[test]
    fn an_index_that_changes_names_nothing() {
        let found = names("fn f(v: &mut [u32], i: usize) {\n    v[i] = 1;\n    v[2] = 1;\n}\n");
        let found: Vec<_> = found.used.into_iter().collect();
        assert_eq!(found, [(3, "v[2]".to_owned())]);
    }

    #[test]
    fn a_let_names_what_it_makes() {
        let found = names("fn main() {\n    let mut total = 0;\n}\n");
        assert_eq!(found.made.get(&2).map(String::as_str), Some("total"));
    }
}
