use listings::Context;

mod desk {
    pub struct Id(pub u32);
}

mod cellar {
    pub struct Id(pub u32);
}

fn main() {
    let ctx = Context::background();
    let plain = ctx.with_value(1u32).with_value(2u32);
    println!("the desk finds {}", plain.value::<u32>().unwrap());
    let own = ctx.with_value(desk::Id(1)).with_value(cellar::Id(2));
    println!("the desk finds {}", own.value::<desk::Id>().unwrap().0);
    println!("the cellar finds {}", own.value::<cellar::Id>().unwrap().0);
}
