//! Ids that live for one compilation. They are never printed and never hashed into anything that outlives it.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($repr:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) $repr);

        impl $name {
            /// The position it stands for.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            pub(crate) fn at(index: usize) -> Self {
                Self(index as $repr)
            }
        }
    )*};
}

ids! {
    /// Anything with an identity: element, flow, data, control, rule, clause …
    ElementId(u32);
    /// A type.
    TypeId(u32);
    /// A declared attribute.
    AttributeId(u16);
    /// An `enum` or `scale`.
    SetId(u16);
    /// A set of boundaries that stand around something.
    ZoneId(u32);
}
