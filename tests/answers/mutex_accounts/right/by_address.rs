//! The order is that of the addresses.

use std::sync::Mutex;

#[derive(Debug)]
pub struct Till {
    number: u32,
    money: Mutex<u64>,
}

impl Till {
    pub fn new(number: u32, money: u64) -> Till {
        Till {
            number,
            money: Mutex::new(money),
        }
    }

    pub fn number(&self) -> u32 {
        self.number
    }

    pub fn money(&self) -> u64 {
        *self.money.lock().unwrap()
    }
}

pub fn transfer(from: &Till, to: &Till, amount: u64, count: impl FnOnce()) -> bool {
    if std::ptr::eq(from, to) {
        let money = from.money.lock().unwrap();
        if *money < amount {
            return false;
        }
        count();
        return true;
    }
    let (mut source, mut target);
    if std::ptr::from_ref(from) < std::ptr::from_ref(to) {
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
