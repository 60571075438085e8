//! What people read, exactly.
