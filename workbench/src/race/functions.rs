//! Which function a place of a program's text is in, as compilers name it.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// The functions and closures of a text, an outer one before those inside of it.
pub(super) struct Functions {
    all: Vec<Function>,
}

struct Function {
    name: String,
    from: (usize, usize),
    to: (usize, usize),
}

impl Functions {
    /// Those of this text; none if it is no Rust.
    pub(super) fn of(source: &str) -> Functions {
        let mut visitor = Visitor::default();
        if let Ok(file) = syn::parse_file(source) {
            visitor.visit_file(&file);
        }
        Functions { all: visitor.all }
    }

    /// The innermost one at a line and column, from 1.
    pub(super) fn at(&self, line: u32, column: u32) -> String {
        let place = (line as usize, (column as usize).saturating_sub(1));
        let inside = |function: &&Function| (function.from..=function.to).contains(&place);
        let innermost = self.all.iter().rfind(inside);
        innermost.map_or_else(|| "main".to_owned(), |function| function.name.clone())
    }
}

#[derive(Default)]
struct Visitor {
    all: Vec<Function>,
    /// The names around, and how many closures were met in each.
    around: Vec<(String, usize)>,
}

impl Visitor {
    fn enter(&mut self, name: String, node: &impl Spanned, visit: impl FnOnce(&mut Self)) {
        let path = match self.around.last() {
            Some((outer, _)) => format!("{outer}::{name}"),
            None => name,
        };
        let (start, end) = (node.span().start(), node.span().end());
        self.all.push(Function {
            name: path.clone(),
            from: (start.line, start.column),
            to: (end.line, end.column),
        });
        self.around.push((path, 0));
        visit(self);
        self.around.pop();
    }
}

impl<'a> Visit<'a> for Visitor {
    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        self.enter(function.sig.ident.to_string(), function, |visitor| {
            visit::visit_item_fn(visitor, function);
        });
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        let name = match &*item.self_ty {
            syn::Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let name = name.map_or_else(|| "impl".to_owned(), |last| last.ident.to_string());
        self.around.push((name, 0));
        visit::visit_item_impl(self, item);
        self.around.pop();
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        self.enter(function.sig.ident.to_string(), function, |visitor| {
            visit::visit_impl_item_fn(visitor, function);
        });
    }

    fn visit_expr_closure(&mut self, closure: &'a syn::ExprClosure) {
        let number = self.around.last_mut().map_or(0, |(_, closures)| {
            *closures += 1;
            *closures - 1
        });
        self.enter(format!("{{closure#{number}}}"), closure, |visitor| {
            visit::visit_expr_closure(visitor, closure);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_in_the_innermost_function() {
        let functions = Functions::of(
            "struct S;\nimpl S {\n    fn put(self) { x(); }\n}\nfn main() {\n    a(|| b(|| c()));\n}\n",
        );
        assert_eq!(functions.at(3, 20), "S::put");
        assert_eq!(functions.at(6, 5), "main");
        assert_eq!(functions.at(6, 10), "main::{closure#0}");
        assert_eq!(functions.at(6, 15), "main::{closure#0}::{closure#0}");
    }
}
