/// A town in which parcels are scanned.
struct Place: Sendable, Equatable {
    let name: String
    /// Seconds east of Greenwich; summer time is left out.
    let offset: Int
}

/// A country as parcels see it: who delivers there, and through which towns; the first is where freight lands.
struct Region: Sendable {
    /// ISO 3166-1 alpha-2, upper case.
    let code: String
    /// The code of the carrier that carries the last mile of parcels from abroad.
    let post: String
    let places: [Place]

    init(_ code: String, _ post: String, _ hours: Double, _ names: String...) {
        self.code = code
        self.post = post
        places = names.map { Place(name: $0, offset: Int(hours * 3600)) }
    }

    init(_ code: String, _ post: String, _ places: [(name: String, hours: Double)]) {
        self.code = code
        self.post = post
        self.places = places.map { Place(name: $0.name, offset: Int($0.hours * 3600)) }
    }

    var gateway: Place { places.first ?? Place(name: "", offset: 0) }

    /// The town at an index that may lie outside, counted round.
    func place(_ index: Int) -> Place { places.isEmpty ? gateway : places[abs(index % places.count)] }
}
