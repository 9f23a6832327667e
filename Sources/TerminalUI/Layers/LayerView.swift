import Terminal
import Workstation

/// What lies over the screen, drawn from the bottom to the top.
enum LayerView {
    /// Tells each layer how much room it has on a screen of that size. Call it before `draw`.
    static func fit(_ workstation: inout Workstation, to size: Size) {
        workstation.fitLayers { layer in
            switch layer {
            case .choice(var choice):
                choice.resize(height: ChoiceView.rows(of: choice, in: size))
                layer = .choice(choice)
            case .picker(var picker):
                picker.resize(height: SearchPanel.rows(in: size))
                layer = .picker(picker)
            case .palette(var palette):
                palette.resize(height: SearchPanel.rows(in: size))
                layer = .palette(palette)
            case .help(var page):
                HelpPageView.fit(&page, to: size)
                layer = .help(page)
            case .filter, .confirmation, .form: break
            }
        }
    }

    /// Draws all layers on the canvas of the whole frame; `prompt` is the row of the screen where a filter is typed.
    static func draw(_ workstation: Workstation, on canvas: Canvas, prompt: Canvas, in context: DrawingContext) {
        for (index, layer) in workstation.layers.enumerated() {
            draw(layer, isTop: index == workstation.layers.count - 1, on: canvas, prompt: prompt, in: context)
        }
    }

    /// Draws one layer. Only the one on top has the terminal's cursor and the mouse.
    static func draw(
        _ layer: Layer, isTop: Bool, on canvas: Canvas, prompt: Canvas, in context: DrawingContext
    ) {
        switch layer {
        case .filter(let filter): FilterView.draw(filter, on: prompt, in: context)
        case .choice(let choice): ChoiceView.draw(choice, isTop: isTop, on: canvas, in: context)
        case .confirmation(let confirmation): ConfirmationView.draw(confirmation, on: canvas, in: context)
        case .form(let form): FormView.draw(form, isTop: isTop, on: canvas, in: context)
        case .picker(let picker): PickerView.draw(picker, isTop: isTop, on: canvas, in: context)
        case .palette(let palette): PaletteView.draw(palette, isTop: isTop, on: canvas, in: context)
        case .help(let page): HelpPageView.draw(page, isTop: isTop, on: canvas, in: context)
        }
    }
}
