extension Kind {
    /// The word people read for a wire value of this kind; its own characters where there is no better one.
    public func label(_ value: JSON) -> String {
        guard let text = value.text else { return value.isNull ? "" : value.compact }
        switch self {
        case .status: return Status(text)?.label ?? text
        case .substatus: return Substatus(text)?.label ?? text
        case .carrier: return Carrier(text)?.name ?? text
        case .country: return Country(text)?.name ?? text
        case .language: return Language(text)?.name ?? text
        case .choice(let choices): return choices.first { $0.wire == value }?.word ?? text
        default: return text
        }
    }
}
