extension Endpoint {
    /// The paths that it answers, each as its parts between slashes; nil for a part that a value fills.
    ///
    /// More than one where a part may be left out: `/trackings/{carrier_code}/{tracking_number}[/{lang}]`.
    public var pathForms: [[String?]] {
        var forms: [[String?]] = [[]]
        for segment in template.segments {
            switch segment {
            case .literal(let text):
                let parts = text.split(separator: "/").map { Optional(String($0)) }
                forms = forms.map { $0 + parts }
            case .field: forms = forms.map { $0 + [nil] }
            case .optionalField: forms += forms.map { $0 + [nil] }
            }
        }
        return forms
    }
}
