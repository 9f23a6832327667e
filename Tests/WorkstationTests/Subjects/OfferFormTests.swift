import Domain
import JSON
import TestSupport
import Testing

@testable import Workstation

@Suite struct OfferFormTests {
    private func offer(_ agency: Agency, _ id: String) throws -> JSONValue? {
        try agency.list("offers.list", ["application_id": .string(id)]).first
    }

    private func makeOffer(_ desk: Desk, send: Bool) throws {
        desk.perform(.offerMake)
        try desk.fill("salary", "45 000,50")
        try desk.fill("start_date", "4/1/2027")
        if !send {
            try desk.go(to: "send")
            desk.press(" ")
        }
        desk.perform(.formSubmit)
    }

    @Test func anOfferBeginsWithWhatTheJobPays() throws {
        let agency = try Agency()
        let id = try agency.application(at: .interview)
        let desk = try agency.desk(.employer, at: .interview)
        desk.perform(.offerMake)
        #expect(desk.value("salary") == "42000")
        #expect(desk.value("expires_at") == "2026-11-27 18:00")
        desk.perform(.cancel)
        try makeOffer(desk, send: true)
        #expect(desk.form == nil)
        let made = try #require(try offer(agency, id))
        #expect(made["salary"]?.integerValue == 4_500_050)
        #expect(made["currency"]?.stringValue == "EUR")
        #expect(made["start_date"]?.stringValue == "2027-01-04")
        #expect(made["expires_at"]?.stringValue == "2026-11-27T17:00:00.000Z")
        #expect(made["status"]?.stringValue == "sent")
    }

    @Test func aDraftIsSentAndRescinded() throws {
        let agency = try Agency()
        let id = try agency.application(at: .interview)
        let desk = try agency.desk(.employer, at: .interview)
        try makeOffer(desk, send: false)
        #expect(try offer(agency, id)?["status"]?.stringValue == "draft")
        desk.perform(.moveRight)
        for (letter, status) in [("s", "sent"), ("r", "rescinded")] {
            desk.perform(.offerRespond)
            desk.press(Character(letter))
            #expect(desk.isAsking)
            desk.perform(.dialogConfirm)
            #expect(try offer(agency, id)?["status"]?.stringValue == status)
        }
    }

    @Test func aConsultantIsToldThatItIsNotForTheRole() throws {
        let agency = try Agency()
        try agency.application(at: .interview)
        let desk = try agency.desk(.consultant, at: .interview)
        desk.perform(.offerMake)
        #expect(desk.form == nil)
        #expect(desk.toasts.first?.contains("not for the role") == true)
    }

    @Test func whatTheEngineRefusesIsSaidUnderItsField() throws {
        let agency = try Agency()
        try agency.application(at: .interview)
        let desk = try agency.desk(.employer, at: .interview)
        desk.perform(.offerMake)
        try desk.fill("start_date", "tomorrow")
        try desk.fill("expires_at", "2020-01-01 10:00")
        try desk.fill("currency", "E1")
        desk.perform(.formSubmit)
        #expect(desk.error("currency") != nil)
        try desk.fill("currency", "EUR")
        desk.perform(.formSubmit)
        #expect(desk.error("expires_at") == "must be in the future")
    }
}
