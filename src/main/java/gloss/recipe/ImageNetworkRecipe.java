package gloss.recipe;

import gloss.yaml.Keyed;

/** The networks that look at a picture and choose a class. */
@Keyed(otherwise = "convolutional")
public sealed interface ImageNetworkRecipe
    permits LinearRecipe, PerceptronRecipe, ConvolutionalRecipe, ResNetRecipe {}
