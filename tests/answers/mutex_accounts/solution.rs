use std::sync::Mutex;

/// Money in a drawer.
#[derive(Debug)]
pub struct Till {
    number: u32,
    money: Mutex<u64>,
}

impl Till {
    /// A till with this number, and so much in it.
    pub fn new(number: u32, money: u64) -> Till {
        Till {
            number,
            money: Mutex::new(money),
        }
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// How much is in it.
    pub fn money(&self) -> u64 {
        *self.money.lock().unwrap()
    }
}

/// Moves `amount` from one till to another, if there is enough.
pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    if from.number == to.number {
        let money = from.money.lock().unwrap();
        let enough = *money >= amount;
        if enough {
            count();
        }
        return enough;
    }
    let (mut source, mut target);
    if from.number < to.number {
        source = from.money.lock().unwrap();
        target = to.money.lock().unwrap();
    } else {
        target = to.money.lock().unwrap();
        source = from.money.lock().unwrap();
    }
    if *source < amount {
        return false;
    }
    count();
    *source -= amount;
    *target += amount;
    true
}
