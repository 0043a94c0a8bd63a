use listings::Context;

struct Reader(&'static str);

struct Slip(u32);

fn fetch(ctx: &Context, title: &str) {
    let reader = ctx.value::<Reader>().map_or("nobody", |reader| reader.0);
    let slip = ctx.value::<Slip>().map_or(0, |slip| slip.0);
    println!("{title}, for {reader}, slip {slip}");
}

fn main() {
    let day = Context::background();
    let nora = day.with_value(Reader("Nora"));
    let (request, _cancel) = nora.with_value(Slip(7)).with_cancel();
    let gift = request.with_value(Reader("Paul"));
    fetch(&request, "Dracula");
    fetch(&gift, "Dracula");
    fetch(&day, "Dracula");
}
