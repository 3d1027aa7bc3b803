internal import GRDB
import TrackingMore

/// One call at work on the account, inside one transaction.
struct Session {
    var account: AccountRecord
    let db: Database
    let behaviour: Behaviour
    let bookmarks: Bookmarks
    /// What the clock of this machine shows, in seconds since 1970: clients live by it.
    let machineTime: Double

    var parcels: ParcelTable { ParcelTable(db: db, account: account) }
    var now: Int { account.now }

    /// Takes what the call costs, so many times; 4021 where it is not there.
    mutating func pay(_ endpoint: Endpoint, times: Int = 1) throws(Refused) {
        let price: Int
        switch endpoint.cost {
        case .free, .unknown: return
        case .perItem(let parcels): price = parcels * 1000 * times
        case .onePerCalls(let calls): price = 1000 / max(calls, 1)
        }
        guard account.quota >= price else { throw Refused(4021) }
        account.quota -= price
    }
}
