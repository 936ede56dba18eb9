using System.Buffers.Binary;
using System.Text;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Support;

/// <summary>A batch of changes to a page, as it arrived.</summary>
/// <param name="Id">The number that the circuit gave it.</param>
/// <param name="ArrivedAt">When it arrived, before it was read: a <see cref="System.Diagnostics.Stopwatch"/> timestamp.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Strings">Every text, name and value that it brought.</param>
public sealed record RenderedBatch(int Id, long ArrivedAt, int Size, IReadOnlyList<string> Strings);

/// <summary>A node of a page that a circuit renders: a text, an element, or what only groups others.</summary>
public abstract class CircuitNode
{
    private static readonly HashSet<string> Inline = ["a", "abbr", "b", "bdi", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"];

    internal List<CircuitNode> Children { get; } = [];

    /// <summary>The element or group that this is in.</summary>
    internal CircuitNode? Container { get; set; }

    /// <summary>The words in it, blanks squeezed.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            Write(this, text);
            return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>All elements in it, in the order of the page.</summary>
    public IEnumerable<CircuitElement> Elements
    {
        get
        {
            foreach (var child in Children)
            {
                if (child is CircuitElement element)
                {
                    yield return element;
                }

                foreach (var descendant in child.Elements)
                {
                    yield return descendant;
                }
            }
        }
    }

    /// <summary>The elements that this one is in, innermost first.</summary>
    public IEnumerable<CircuitElement> Ancestors
    {
        get
        {
            for (var node = Container; node is not null; node = node.Container)
            {
                if (node is CircuitElement element)
                {
                    yield return element;
                }
            }
        }
    }

    internal void Insert(int index, CircuitNode child)
    {
        child.Container = this;
        Children.Insert(index, child);
    }

    private static void Write(CircuitNode node, StringBuilder text)
    {
        if (node is CircuitElement { Name: "script" or "style" })
        {
            return;
        }

        if (node is CircuitText words)
        {
            text.Append(words.Words);
            return;
        }

        var stands = node is CircuitElement element && !Inline.Contains(element.Name);
        text.Append(stands ? " " : "");
        node.Children.ForEach(child => Write(child, text));
        text.Append(stands ? " " : "");
    }
}

/// <summary>An element with its attributes and the events that it listens to.</summary>
public sealed class CircuitElement : CircuitNode
{
    internal CircuitElement(string name) => Name = name;

    /// <summary>The name of the element: <c>button</c>.</summary>
    public string Name { get; }

    /// <summary>The attributes; one without a value has the empty string.</summary>
    public Dictionary<string, string> Attributes { get; } = [];

    /// <summary>The number of the handler of each event, by the event's name without <c>on</c>. They change with every render.</summary>
    public Dictionary<string, ulong> Handlers { get; } = [];

    /// <summary>What a person would call it: <c>aria-label</c>, else its words.</summary>
    public string Label => Attributes.GetValueOrDefault("aria-label") ?? Text;

    /// <summary>The value of an attribute, or <see langword="null"/>.</summary>
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <inheritdoc />
    public override string ToString() =>
        $"<{Name}{string.Concat(Attributes.Select(pair => $" {pair.Key}=\"{pair.Value}\""))}{string.Concat(Handlers.Keys.Select(name => $" @on{name}"))}>{Text}";
}

/// <summary>Words between tags, or a piece of ready-made HTML of which only the words count.</summary>
internal sealed class CircuitText : CircuitNode
{
    private readonly string _source;
    private readonly bool _isHtml;
    private string? _words;

    private CircuitText(string source, bool isHtml) => (_source, _isHtml) = (source, isHtml);

    public string Words => _words ??= _isHtml ? WordsOf(_source) : _source;

    public static CircuitText FromWords(string? words) => new(words ?? "", isHtml: false);

    public static CircuitText FromHtml(string? html) => new(html ?? "", isHtml: true);

    // A blank before each tag: ready-made HTML is made of whole paragraphs and headings.
    private static string WordsOf(string html) =>
        new HtmlParser().ParseDocument(html.Replace("<", " <", StringComparison.Ordinal)).Body?.TextContent ?? "";
}

/// <summary>What only groups others: a component.</summary>
internal sealed class CircuitGroup : CircuitNode;

/// <summary>The page of a circuit, kept up to date by its render batches.</summary>
/// <remarks>
/// The layout of a batch, all numbers little-endian: five offsets at its end lead to the changed components, the frames,
/// two lists of what is gone, and the strings; an edit takes 16 bytes, a frame 20.
/// </remarks>
internal sealed class CircuitTree
{
    private readonly Dictionary<int, CircuitNode> _components = [];

    /// <summary>The whole page.</summary>
    public CircuitNode Page { get; } = new CircuitGroup();

    /// <summary>Makes room for a root component.</summary>
    public void Attach(int componentId)
    {
        var root = new CircuitGroup();
        Page.Insert(Page.Children.Count, root);
        _components[componentId] = root;
    }

    /// <summary>Applies a batch and returns the strings in it.</summary>
    public IReadOnlyList<string> Apply(byte[] data)
    {
        var batch = new Batch(data);

        foreach (var (componentId, edits) in batch.Components())
        {
            if (!_components.TryGetValue(componentId, out var component))
            {
                throw new InvalidOperationException($"A batch changes component {componentId}, which is nowhere.");
            }

            Apply(batch, component, edits);
        }

        foreach (var gone in batch.DisposedComponents())
        {
            if (_components.Remove(gone, out var component) && component.Container == Page)
            {
                Page.Children.Remove(component);
            }
        }

        return batch.Strings();
    }

    private void Apply(Batch batch, CircuitNode component, IEnumerable<Edit> edits)
    {
        var parents = new Stack<CircuitNode>([component]);
        var moves = new List<(int From, int To)>();

        foreach (var edit in edits)
        {
            var parent = parents.Peek();
            switch (edit.Type)
            {
                case EditType.PrependFrame:
                    InsertFrame(batch, parent, edit.Sibling, edit.Index);
                    break;
                case EditType.RemoveFrame:
                    parent.Children.RemoveAt(edit.Sibling);
                    break;
                case EditType.SetAttribute:
                    SetAttribute((CircuitElement)parent.Children[edit.Sibling], batch.Frame(edit.Index));
                    break;
                case EditType.RemoveAttribute:
                    var element = (CircuitElement)parent.Children[edit.Sibling];
                    element.Attributes.Remove(edit.Name!);
                    element.Handlers.Remove(EventOf(edit.Name!));
                    break;
                case EditType.UpdateText:
                    Replace(parent, edit.Sibling, CircuitText.FromWords(batch.Frame(edit.Index).First));
                    break;
                case EditType.UpdateMarkup:
                    Replace(parent, edit.Sibling, CircuitText.FromHtml(batch.Frame(edit.Index).First));
                    break;
                case EditType.StepIn:
                    parents.Push(parent.Children[edit.Sibling]);
                    break;
                case EditType.StepOut:
                    parents.Pop();
                    break;
                case EditType.PermutationListEntry:
                    moves.Add((edit.Sibling, edit.Index));
                    break;
                case EditType.PermutationListEnd:
                    var before = parent.Children.ToArray();
                    moves.ForEach(move => parent.Children[move.To] = before[move.From]);
                    moves.Clear();
                    break;
                default:
                    throw new InvalidOperationException($"A batch has an edit of type {edit.Type}.");
            }
        }
    }

    private static void Replace(CircuitNode parent, int index, CircuitNode child)
    {
        parent.Children.RemoveAt(index);
        parent.Insert(index, child);
    }

    /// <summary>Inserts what begins at a frame and returns how many nodes that were.</summary>
    private int InsertFrame(Batch batch, CircuitNode parent, int index, int frameIndex)
    {
        var frame = batch.Frame(frameIndex);
        switch (frame.Type)
        {
            case FrameType.Element:
                InsertElement(batch, parent, index, frameIndex, frame);
                return 1;
            case FrameType.Text:
                parent.Insert(index, CircuitText.FromWords(frame.First));
                return 1;
            case FrameType.Markup:
                parent.Insert(index, CircuitText.FromHtml(frame.First));
                return 1;
            case FrameType.Component:
                var component = new CircuitGroup();
                parent.Insert(index, component);
                _components[frame.ComponentId] = component;
                return 1;
            case FrameType.Region:
                return InsertFrames(batch, parent, index, frameIndex + 1, frameIndex + frame.Length);
            case FrameType.ElementReference or FrameType.ComponentReference or FrameType.ComponentRenderMode or FrameType.NamedEvent:
                return 0;
            default:
                throw new InvalidOperationException($"A batch has a frame of type {frame.Type} where a node belongs.");
        }
    }

    private int InsertFrames(Batch batch, CircuitNode parent, int index, int from, int to)
    {
        var first = index;
        for (var frameIndex = from; frameIndex < to;)
        {
            index += InsertFrame(batch, parent, index, frameIndex);
            var frame = batch.Frame(frameIndex);
            frameIndex += frame.Type is FrameType.Element or FrameType.Component or FrameType.Region ? frame.Length : 1;
        }

        return index - first;
    }

    private void InsertElement(Batch batch, CircuitNode parent, int index, int frameIndex, Frame frame)
    {
        var element = new CircuitElement(frame.Second!);
        parent.Insert(index, element);

        var child = frameIndex + 1;
        var end = frameIndex + frame.Length;
        for (; child < end && batch.Frame(child) is { Type: FrameType.Attribute } attribute; child++)
        {
            SetAttribute(element, attribute);
        }

        InsertFrames(batch, element, 0, child, end);
    }

    private static void SetAttribute(CircuitElement element, Frame frame)
    {
        var name = frame.First!;
        if (frame.EventHandlerId != 0)
        {
            element.Handlers[EventOf(name)] = frame.EventHandlerId;
        }
        else if (frame.Second is { } value)
        {
            element.Attributes[name] = value;
        }
        else
        {
            element.Attributes.Remove(name);
        }
    }

    private static string EventOf(string attribute) => attribute.StartsWith("on", StringComparison.Ordinal) ? attribute[2..] : attribute;

    private enum EditType
    {
        PrependFrame = 1, RemoveFrame, SetAttribute, RemoveAttribute, UpdateText, StepIn, StepOut, UpdateMarkup,
        PermutationListEntry, PermutationListEnd,
    }

    private enum FrameType
    {
        Element = 1, Text, Attribute, Component, Region, ElementReference, ComponentReference, Markup, ComponentRenderMode, NamedEvent,
    }

    private readonly record struct Edit(EditType Type, int Sibling, int Index, string? Name);

    /// <summary>A frame, its fields read as the type has them: what does not apply is null or nonsense.</summary>
    private readonly record struct Frame(FrameType Type, int Length, int ComponentId, string? First, string? Second, ulong EventHandlerId);

    private readonly struct Batch(byte[] data)
    {
        private readonly int _components = ReadInt(data, data.Length - 20);
        private readonly int _frames = ReadInt(data, data.Length - 16) + 4;
        private readonly int _disposed = ReadInt(data, data.Length - 12);
        private readonly int _strings = ReadInt(data, data.Length - 4);

        public IEnumerable<(int ComponentId, IEnumerable<Edit> Edits)> Components()
        {
            for (var i = 0; i < ReadInt(data, _components); i++)
            {
                var at = ReadInt(data, _components + 4 + (4 * i));
                yield return (ReadInt(data, at), Edits(at + 4));
            }
        }

        public Frame Frame(int index)
        {
            var at = _frames + (20 * index);
            var type = (FrameType)ReadInt(data, at);
            var (first, second) = (ReadInt(data, at + 4), ReadInt(data, at + 8));
            return type switch
            {
                FrameType.Attribute => new(type, 1, 0, String(first), String(second), BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(at + 12))),
                FrameType.Element => new(type, first, 0, null, String(second), 0),
                FrameType.Component => new(type, first, second, null, null, 0),
                FrameType.Region => new(type, first, 0, null, null, 0),
                FrameType.Text or FrameType.Markup => new(type, 1, 0, String(first), null, 0),
                _ => new(type, 1, 0, null, null, 0),
            };
        }

        public IEnumerable<int> DisposedComponents()
        {
            for (var i = 0; i < ReadInt(data, _disposed); i++)
            {
                yield return ReadInt(data, _disposed + 4 + (4 * i));
            }
        }

        public List<string> Strings()
        {
            var strings = new List<string>();
            for (var i = 0; i < (data.Length - 20 - _strings) / 4; i++)
            {
                strings.Add(String(i)!);
            }

            return strings;
        }

        private IEnumerable<Edit> Edits(int at)
        {
            for (var i = 0; i < ReadInt(data, at); i++)
            {
                var edit = at + 4 + (16 * i);
                yield return new((EditType)ReadInt(data, edit), ReadInt(data, edit + 4), ReadInt(data, edit + 8), String(ReadInt(data, edit + 12)));
            }
        }

        private string? String(int index)
        {
            if (index == -1)
            {
                return null;
            }

            // The length is written seven bits at a time, the lowest first.
            var at = ReadInt(data, _strings + (4 * index));
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = data[at++];
                length |= (part & 0x7F) << shift;
                if (part < 0x80)
                {
                    return Encoding.UTF8.GetString(data, at, length);
                }
            }
        }

        private static int ReadInt(byte[] data, int at) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at));
    }
}
