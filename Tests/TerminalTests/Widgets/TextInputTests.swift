import Testing

@testable import Terminal

@Suite struct TextInputTests {
    @Test func editsALine() {
        var field = TextField("Zoé Lefèvre")
        #expect(field.apply(.wordLeft) == true)
        field.edited.insert("le ")
        #expect(field.text == "Zoé le Lefèvre")
        #expect(field.apply(.deleteToEnd) == true)
        #expect(field.text == "Zoé le ")
        #expect(field.apply(.deleteWord) == true)
        #expect(field.text == "Zoé ")
        #expect(field.apply(.start) == true)
        #expect(field.apply(.deleteRight) == true)
        #expect(field.text == "oé ")
        #expect(field.type(Key("Z")) == true)
        #expect(field.type(.enter) == false)
        #expect(field.text == "Zoé ")
    }

    @Test func marksJoinTheCharacterBefore() {
        var field = TextField("e")
        field.edited.insert("\u{301}")
        #expect(field.text.count == 1)
        field.edited.insert("x")
        #expect(field.text == "e\u{301}x")
        #expect(field.apply(.deleteLeft) == true)
        #expect(field.apply(.deleteLeft) == true)
        #expect(field.text == "")
    }

    @Test func scrollsSideways() {
        var field = TextField("李小龙 Bruce Lee")
        let buffer = CellBuffer(size: Size(width: 8, height: 1))
        #expect(field.draw(on: buffer.canvas) == Point(x: 7, y: 0))
        #expect(buffer.text == ["uce Lee"])
        #expect(field.apply(.start) == true)
        #expect(field.draw(on: buffer.canvas) == .zero)
        #expect(buffer.text == ["李小龙 B"])
    }

    @Test func aPasteIsOneLine() {
        var field = TextField(limit: 6)
        field.paste("a\nb\tcdefgh")
        #expect(field.text == "a b cd")
    }

    @Test func editsAnArea() {
        var area = TextArea("one two three\nfour")
        let buffer = CellBuffer(size: Size(width: 9, height: 2))
        #expect(area.draw(on: buffer.canvas) == Point(x: 4, y: 1))
        #expect(buffer.text == ["three", "four"])
        #expect(area.apply(.up) == true)
        #expect(area.draw(on: buffer.canvas) == Point(x: 4, y: 0))
        #expect(area.apply(.up) == true)
        #expect(area.draw(on: buffer.canvas) == Point(x: 4, y: 0))
        #expect(buffer.text == ["one two", "three"])
        #expect(area.apply(.up) == false)
        #expect(area.apply(.newline) == true)
        #expect(area.text == "one \ntwo three\nfour")
    }
}
