assumption ward "Trained staff are within hearing of the pump." {
    owner: operator
}
