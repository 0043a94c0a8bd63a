//! What a program's text calls the locks, atomics, channels and threads that it makes.
//!
//! Rust tells an object where it was created (`#[track_caller]`), not what it is called. So each
//! place at which something is created is given the name of the `let`, the field or the `static`
//! that it is created for. A name that ends in `[]` stands for many, made in a loop.

use super::position;
use interleave_request::Names;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Member, Pat, Token};

/// The names in a file.
pub(super) fn of(file: &syn::File) -> Names {
    let mut visitor = Visitor::default();
    visitor.visit_file(file);
    visitor.names
}

#[derive(Default)]
struct Visitor {
    names: Names,
    /// What the innermost expression is created for; nothing if it has no name.
    target: Option<String>,
    /// Whether it may be created many times.
    repeated: bool,
}

impl Visitor {
    fn named(&mut self, name: Option<String>, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.target, name);
        visit(self);
        self.target = outer;
    }

    fn repeated(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.repeated, true);
        visit(self);
        self.repeated = outer;
    }

    /// What runs elsewhere: in another thread, or in a function of its own.
    fn elsewhere(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = (self.target.take(), std::mem::take(&mut self.repeated));
        visit(self);
        (self.target, self.repeated) = outer;
    }

    fn note(&mut self, place: (u32, u32)) {
        if let Some(target) = &self.target {
            let name = if self.repeated {
                format!("{target}[]")
            } else {
                target.clone()
            };
            self.names.insert(place, vec![name]);
        }
    }

    fn visit_tokens_as_expressions(&mut self, tokens: &proc_macro2::TokenStream) {
        let list = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(expressions) = list.parse2(tokens.clone()) {
            expressions
                .iter()
                .for_each(|expression| self.visit_expr(expression));
            return;
        }
        let repeat = |input: syn::parse::ParseStream<'_>| -> syn::Result<(Expr, Expr)> {
            let element = input.parse()?;
            input.parse::<Token![;]>()?;
            Ok((element, input.parse()?))
        };
        if let Ok((element, _)) = repeat.parse2(tokens.clone()) {
            self.repeated(|visitor| visitor.visit_expr(&element));
        }
    }
}

/// The one name that a pattern binds, or what the two ends of a channel have in common.
fn pattern_name(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Ident(name) => Some(name.ident.to_string()),
        Pat::Type(typed) => pattern_name(&typed.pat),
        Pat::Tuple(tuple) => {
            let names: Vec<_> = tuple.elems.iter().filter_map(pattern_name).collect();
            let [first, second] = names.as_slice() else {
                return None;
            };
            Some(channel_name(first, second))
        }
        _ => None,
    }
}

/// `jobs_tx` and `jobs_rx` are the ends of `jobs`; `tx` and `rx` those of a channel.
fn channel_name(first: &str, second: &str) -> String {
    let alike = first
        .chars()
        .zip(second.chars())
        .take_while(|(a, b)| a == b);
    let prefix: String = alike.map(|(letter, _)| letter).collect();
    match prefix.rsplit_once('_') {
        Some((prefix, _)) if !prefix.is_empty() => prefix.to_owned(),
        _ => "channel".to_owned(),
    }
}

impl<'a> Visit<'a> for Visitor {
    fn visit_local(&mut self, local: &'a syn::Local) {
        let Some(init) = &local.init else { return };
        if let (Pat::Tuple(pattern), Expr::Tuple(values)) = (&local.pat, &*init.expr) {
            for (pattern, value) in pattern.elems.iter().zip(&values.elems) {
                self.named(pattern_name(pattern), |visitor| visitor.visit_expr(value));
            }
            return;
        }
        self.named(pattern_name(&local.pat), |visitor| {
            visitor.visit_expr(&init.expr)
        });
    }

    fn visit_item_static(&mut self, item: &'a syn::ItemStatic) {
        self.named(Some(item.ident.to_string()), |visitor| {
            visitor.visit_expr(&item.expr)
        });
    }

    fn visit_field_value(&mut self, field: &'a syn::FieldValue) {
        let name = match &field.member {
            Member::Named(name) => Some(name.to_string()),
            Member::Unnamed(_) => self.target.clone(),
        };
        self.named(name, |visitor| visitor.visit_expr(&field.expr));
    }

    fn visit_item_fn(&mut self, function: &'a syn::ItemFn) {
        self.elsewhere(|visitor| visit::visit_item_fn(visitor, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'a syn::ImplItemFn) {
        self.elsewhere(|visitor| visit::visit_impl_item_fn(visitor, function));
    }

    fn visit_expr_call(&mut self, call: &'a syn::ExprCall) {
        self.note(position(call));
        let spawns = matches!(&*call.func, Expr::Path(path)
            if path.path.segments.last().is_some_and(|last| last.ident == "spawn"));
        if spawns {
            self.elsewhere(|visitor| visit::visit_expr_call(visitor, call));
        } else {
            visit::visit_expr_call(self, call);
        }
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let spawns = call.method == "spawn" || call.method == "spawn_scoped";
        if spawns {
            self.note(position(&call.method));
        }
        for argument in &call.args {
            match argument {
                // A closure that is handed to something else is likely to be called many times.
                Expr::Closure(_) if !spawns => {
                    self.repeated(|visitor| visitor.visit_expr(argument));
                }
                _ if spawns => self.elsewhere(|visitor| visitor.visit_expr(argument)),
                // `workers.push(spawn(…))`: one of many, called by the collection's name.
                _ if call.method == "push" => {
                    self.elsewhere(|visitor| visitor.visit_expr(argument));
                }
                _ => self.visit_expr(argument),
            }
        }
    }

    fn visit_expr_for_loop(&mut self, expression: &'a syn::ExprForLoop) {
        self.visit_expr(&expression.expr);
        self.repeated(|visitor| visitor.visit_block(&expression.body));
    }

    fn visit_expr_while(&mut self, expression: &'a syn::ExprWhile) {
        self.repeated(|visitor| visit::visit_expr_while(visitor, expression));
    }

    fn visit_expr_loop(&mut self, expression: &'a syn::ExprLoop) {
        self.repeated(|visitor| visit::visit_expr_loop(visitor, expression));
    }

    fn visit_expr_array(&mut self, array: &'a syn::ExprArray) {
        self.repeated(|visitor| visit::visit_expr_array(visitor, array));
    }

    fn visit_expr_repeat(&mut self, repeat: &'a syn::ExprRepeat) {
        self.repeated(|visitor| visit::visit_expr_repeat(visitor, repeat));
    }

    fn visit_macro(&mut self, call: &'a syn::Macro) {
        let many = call.path.is_ident("vec");
        match many {
            true => self.repeated(|visitor| visitor.visit_tokens_as_expressions(&call.tokens)),
            false => self.visit_tokens_as_expressions(&call.tokens),
        }
    }

    /// A derived `Default` makes all fields at one place, in their order.
    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        let fields = || {
            let shared = item.fields.iter().filter(|field| is_shared(&field.ty));
            shared
                .filter_map(|field| field.ident.as_ref())
                .map(ToString::to_string)
                .collect()
        };
        for attribute in item
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("derive"))
        {
            // An attribute that does not parse is the compiler's business.
            let _ = attribute.parse_nested_meta(|derived| {
                if derived.path.is_ident("Default") {
                    let names: Vec<String> = fields();
                    if !names.is_empty() {
                        self.names.insert(position(&derived.path), names);
                    }
                }
                Ok(())
            });
        }
    }
}

/// Whether a type is one of those that threads share.
fn is_shared(ty: &syn::Type) -> bool {
    let syn::Type::Path(path) = ty else {
        return false;
    };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    let name = last.ident.to_string();
    let inner = match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => {
            arguments.args.iter().any(|argument| match argument {
                syn::GenericArgument::Type(ty) => is_shared(ty),
                _ => false,
            })
        }
        _ => false,
    };
    let shared = [
        "Mutex",
        "RwLock",
        "Condvar",
        "OnceLock",
        "Once",
        "Barrier",
        "ReentrantMutex",
    ];
    inner || name.starts_with("Atomic") || shared.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<(u32, u32, Vec<String>)> {
        let file = syn::parse_file(text).unwrap();
        of(&file)
            .into_iter()
            .map(|((line, column), names)| (line, column, names))
            .collect()
    }

    fn name_at(text: &str, what: &str) -> Option<String> {
        let column = text.find(what).unwrap() as u32 + 1;
        let found = names(text).into_iter().find(|(_, at, _)| *at == column);
        found.map(|(.., names)| names[0].clone())
    }

    #[test]
    fn a_let_names_what_it_makes() {
        let text = "fn main() { let stock = Arc::new(Mutex::new(0)); }";
        assert_eq!(name_at(text, "Mutex::new").as_deref(), Some("stock"));
    }

    #[test]
    fn a_field_names_what_it_holds() {
        let text = "fn new() -> Gate { Gate { open: Mutex::new(false) } }";
        assert_eq!(name_at(text, "Mutex::new").as_deref(), Some("open"));
    }

    #[test]
    fn a_closure_that_is_mapped_makes_many() {
        let text = "fn main() { let forks: Vec<_> = (0..3).map(|_| Mutex::new(())).collect(); }";
        assert_eq!(name_at(text, "Mutex::new").as_deref(), Some("forks[]"));
    }

    #[test]
    fn the_ends_of_a_channel_share_its_name() {
        let text = "fn main() { let (jobs_tx, jobs_rx) = channel(); let (tx, rx) = other(); }";
        assert_eq!(name_at(text, "channel()").as_deref(), Some("jobs"));
        assert_eq!(name_at(text, "other()").as_deref(), Some("channel"));
    }

    #[test]
    fn what_a_thread_makes_is_not_called_like_the_thread() {
        let text = "fn main() { let ann = thread::spawn(|| { work(Mutex::new(0)) }); }";
        assert_eq!(name_at(text, "thread::spawn").as_deref(), Some("ann"));
        assert_eq!(name_at(text, "Mutex::new"), None);
    }

    #[test]
    fn a_derived_default_makes_the_fields_in_order() {
        let text = "#[derive(Default)] struct Cache { map: RwLock<u8>, size: u8, hits: AtomicU8 }";
        let all = names(text);
        assert_eq!(all, [(1, 10, vec!["map".to_owned(), "hits".to_owned()])]);
    }
}
