using QRCoder;

namespace Portal.Enrollment;

/// <summary>A QR code as one path of an SVG: modules of one unit, with the quiet zone of four that scanners need.</summary>
/// <param name="Size">Modules to a side, quiet zone included.</param>
/// <param name="Path">The dark modules, as an SVG path.</param>
/// <remarks>ISO/IEC 18004; error correction level M.</remarks>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>Draws a text.</summary>
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = data.ModuleMatrix;
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < matrix.Count; y++)
        {
            for (var x = 0; x < matrix.Count; x++)
            {
                if (!matrix[y][x])
                {
                    continue;
                }

                var run = 1;
                while (x + run < matrix.Count && matrix[y][x + run])
                {
                    run++;
                }

                path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                x += run;
            }
        }

        return new(matrix.Count, path.ToString());
    }
}
