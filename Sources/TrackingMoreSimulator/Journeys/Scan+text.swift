extension Scan {
    /// The languages in which carriers here report; every other one is answered in English.
    static let languages = ["en", "cn", "de", "es", "fr"]

    /// The event's text in a language of the service (`cn` is Chinese).
    func text(in language: String) -> String {
        let texts = wordings
        switch language.lowercased() {
        case "cn", "tw": return texts.chinese
        case "de": return texts.german
        case "es": return texts.spanish
        case "fr": return texts.french
        default: return texts.english
        }
    }

    private typealias Wordings = (english: String, chinese: String, german: String, spanish: String, french: String)

    private var wordings: Wordings {
        switch self {
        case .received:
            ("Shipment received", "已收件", "Sendung angenommen", "Envío admitido", "Envoi pris en charge")
        case .sorted:
            (
                "Processed at the sorting centre", "已到达分拣中心", "Im Sortierzentrum bearbeitet",
                "Clasificado en el centro logístico", "Trié au centre de tri"
            )
        case .dispatched:
            (
                "Left the office of exchange", "离开互换局", "Auslandsamt verlassen",
                "Salida de la oficina de cambio", "Départ du bureau d'échange"
            )
        case .departed:
            (
                "Departed from the airport", "航班起飞", "Vom Flughafen abgeflogen", "Salida del aeropuerto",
                "Parti de l'aéroport"
            )
        case .arrivedAbroad:
            (
                "Arrived at the destination country", "到达目的国", "Im Zielland eingetroffen",
                "Llegada al país de destino", "Arrivé dans le pays de destination"
            )
        case .customsCleared:
            ("Customs cleared", "清关完成", "Vom Zoll freigegeben", "Despachado de aduana", "Dédouané")
        case .customsHeld:
            ("Held by customs", "海关扣留", "Vom Zoll angehalten", "Retenido en aduana", "Retenu par la douane")
        case .forwarded:
            (
                "In transit to the next facility", "运往下一站", "Unterwegs zum nächsten Standort",
                "En camino al siguiente centro", "En route vers le prochain site"
            )
        case .sortedAtDestination:
            (
                "Arrived at the regional centre", "到达地区中心", "Im Regionalzentrum eingetroffen",
                "Llegada al centro regional", "Arrivé au centre régional"
            )
        case .atDeliveryOffice:
            (
                "Arrived at the delivery office", "到达投递局", "Im Zustellstützpunkt eingetroffen",
                "Llegada a la oficina de reparto", "Arrivé au bureau de distribution"
            )
        case .outForDelivery: ("Out for delivery", "派送中", "In Zustellung", "En reparto", "En cours de livraison")
        case .contacted:
            (
                "Out for delivery, the addressee has been contacted", "派送中，已联系收件人",
                "In Zustellung, Empfänger benachrichtigt",
                "En reparto, destinatario avisado", "En cours de livraison, destinataire prévenu"
            )
        case .readyForCollection:
            ("Ready for collection", "待自提", "Zur Abholung bereit", "Listo para recoger", "Disponible au retrait")
        case .attemptFailed:
            (
                "Delivery attempted, a notice was left", "投递未成功，已留通知", "Zustellversuch, Benachrichtigung hinterlassen",
                "Intento de entrega, aviso dejado", "Tentative de livraison, avis déposé"
            )
        case .wrongAddress:
            (
                "Not delivered, the address is incomplete", "投递未成功，地址有误", "Nicht zugestellt, Anschrift unvollständig",
                "No entregado, dirección incompleta", "Non livré, adresse incomplète"
            )
        case .unreachable:
            (
                "Not delivered, the addressee could not be reached", "投递未成功，无法联系收件人",
                "Nicht zugestellt, Empfänger nicht erreichbar", "No entregado, destinatario ilocalizable",
                "Non livré, destinataire injoignable"
            )
        case .undeliverable:
            (
                "Not delivered, another attempt follows", "投递未成功，将再次投递", "Nicht zugestellt, neuer Versuch folgt",
                "No entregado, habrá otro intento", "Non livré, nouvelle tentative à suivre"
            )
        case .delivered: ("Delivered", "已妥投", "Zugestellt", "Entregado", "Livré")
        case .collected:
            (
                "Collected by the addressee", "收件人已自提", "Vom Empfänger abgeholt", "Recogido por el destinatario",
                "Retiré par le destinataire"
            )
        case .signedFor:
            (
                "Delivered, signed for", "已签收", "Zugestellt, Unterschrift liegt vor", "Entregado con firma",
                "Livré contre signature"
            )
        case .leftAtDoor:
            ("Left at the door", "已放置门口", "Vor der Tür abgelegt", "Dejado en la puerta", "Déposé devant la porte")
        case .unclaimed: ("Not collected in time", "逾期未领", "Nicht abgeholt", "No reclamado", "Non réclamé")
        case .damaged:
            ("Damaged on the way", "运输途中损坏", "Unterwegs beschädigt", "Dañado en tránsito", "Endommagé en transit")
        case .cancelled:
            (
                "Cancelled before it was handed in", "揽收前已取消", "Vor der Einlieferung storniert",
                "Cancelado antes de la admisión", "Annulé avant la prise en charge"
            )
        case .disrupted:
            (
                "Delayed by an unforeseen event", "因意外情况延误", "Unvorhergesehene Störung",
                "Incidencia imprevista", "Retardé par un incident imprévu"
            )
        case .refused:
            (
                "Refused by the addressee", "收件人拒收", "Annahme verweigert", "Rechazado por el destinatario",
                "Refusé par le destinataire"
            )
        case .returning:
            ("On its way back to the sender", "退回途中", "Auf dem Rückweg", "En devolución", "En cours de retour")
        case .returned:
            (
                "Returned to the sender", "已退回寄件人", "An den Absender zurück", "Devuelto al remitente",
                "Retourné à l'expéditeur"
            )
        }
    }
}
