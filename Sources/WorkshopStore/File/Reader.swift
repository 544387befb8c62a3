import GRDB

/// A consistent look at the file: everything that reads is an extension of it, one file per aggregate.
///
/// It lives only inside the read or the transaction that `TrajectoryStore` opened for it.
public struct Reader {
  let db: Database
}
