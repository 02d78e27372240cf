//! Entities by id, shared: cloning a table costs one counter, changing one entity leaves the others where they are.

use crate::sorting::to_map;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// A map from ids to shared entities.
pub struct Table<K, V>(Rc<BTreeMap<K, Rc<V>>>);

impl<K, V> Table<K, V> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ids in ascending order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.keys()
    }

    /// The entities in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Rc<V>> {
        self.0.values()
    }

    /// Ids and entities.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Rc<V>)> {
        self.0.iter()
    }

    /// Whether both are the very same table: nothing was changed between them.
    pub fn same(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<K: Ord + Clone, V> Table<K, V> {
    /// The entity of that id.
    pub fn get(&self, id: &K) -> Option<&Rc<V>> {
        self.0.get(id)
    }

    /// Whether there is one of that id.
    pub fn contains(&self, id: &K) -> bool {
        self.0.contains_key(id)
    }

    /// Sets the entity of that id, or removes it.
    pub fn set(&mut self, id: K, value: Option<Rc<V>>) {
        let map = Rc::make_mut(&mut self.0);
        match value {
            Some(value) => map.insert(id, value),
            None => map.remove(&id),
        };
    }
}

impl<K, V> Clone for Table<K, V> {
    fn clone(&self) -> Self {
        Table(Rc::clone(&self.0))
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table(Rc::new(BTreeMap::new()))
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.same(other) || self.0 == other.0
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<K: Ord, V> FromIterator<(K, Rc<V>)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, Rc<V>)>>(items: I) -> Self {
        Table(Rc::new(to_map(items)))
    }
}
